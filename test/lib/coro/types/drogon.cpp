// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lazy task with nested promises, and fire-and-forget that must not throw.
//
// type: lib::Task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
//
// type: lib::Task<>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
//
// type: lib::AsyncTask
// start: eager
// drop: detaches
// errors: terminates
// synchronous: no
#include <coroutine>
#include <cstdio>
#include <exception>
#include <optional>

namespace lib {
template <typename Promise> struct final_awaiter {
  bool await_ready() noexcept { return false; }
  auto await_suspend(std::coroutine_handle<Promise> h) noexcept {
    return h.promise().continuation_;
  }
  void await_resume() noexcept {}
};
template <typename T> struct awaiter {
  T handle;
  bool await_ready() noexcept { return !handle || handle.done(); }
  auto await_suspend(std::coroutine_handle<> h) noexcept {
    handle.promise().continuation_ = h;
    return handle;
  }
  auto await_resume() { return handle.promise().result(); }
};
template <typename T = void> struct [[nodiscard]] Task {
  struct promise_type;
  using handle_type = std::coroutine_handle<promise_type>;
  Task(handle_type h) : coro_(h) {}
  Task(const Task &) = delete;
  Task(Task &&other) noexcept {
    coro_ = other.coro_;
    other.coro_ = nullptr;
  }
  ~Task() {
    if (coro_)
      coro_.destroy();
  }
  struct promise_type {
    Task<T> get_return_object() { return Task<T>{handle_type::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    void return_value(const T &v) { value = v; }
    auto final_suspend() noexcept { return final_awaiter<promise_type>{}; }
    void unhandled_exception() { error = std::current_exception(); }
    T &&result() { return std::move(value.value()); }
    std::optional<T> value;
    std::exception_ptr error;
    std::coroutine_handle<> continuation_{std::noop_coroutine()};
  };
  auto operator co_await() const noexcept { return awaiter{coro_}; }
  handle_type coro_;
};
template <> struct [[nodiscard]] Task<void> {
  struct promise_type;
  using handle_type = std::coroutine_handle<promise_type>;
  Task(handle_type h) : coro_(h) {}
  Task(Task &&other) noexcept {
    coro_ = other.coro_;
    other.coro_ = nullptr;
  }
  ~Task() {
    if (coro_)
      coro_.destroy();
  }
  struct promise_type {
    Task<> get_return_object() { return Task<>{handle_type::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    void return_void() {}
    auto final_suspend() noexcept { return final_awaiter<promise_type>{}; }
    void unhandled_exception() { error = std::current_exception(); }
    void result() {}
    std::exception_ptr error;
    std::coroutine_handle<> continuation_{std::noop_coroutine()};
  };
  auto operator co_await() const noexcept { return awaiter{coro_}; }
  handle_type coro_;
};
struct AsyncTask {
  struct promise_type;
  using handle_type = std::coroutine_handle<promise_type>;
  AsyncTask() = default;
  AsyncTask(handle_type h) : coro_(h) {}
  struct promise_type {
    AsyncTask get_return_object() noexcept {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    void unhandled_exception() {
      std::fprintf(stderr, "exception in AsyncTask\n");
      std::terminate();
    }
    void return_void() noexcept {}
    std::suspend_never final_suspend() const noexcept { return {}; }
  };
  handle_type coro_;
};
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
lib::AsyncTask run() { co_await one(); }
#endif
