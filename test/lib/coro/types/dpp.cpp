// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An eager task whose destructor only tells the running body to stop; a job nobody can await.
//
// type: lib::task<int>
// start: eager
// drop: unknown
// errors: stored
// awaitable: yes
//
// type: lib::coroutine<int>
// start: lazy
// drop: destroys
// awaitable: yes
//
// type: lib::job
// start: eager
// drop: detaches
// errors: rethrown
// awaitable: no
#include <atomic>
#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

namespace lib {
template <typename R> class task {
public:
  struct promise_type {
    std::atomic<int> cancelled = 0;
    std::exception_ptr error;
    task get_return_object() {
      return task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { error = std::current_exception(); }
    void return_value(R) {}
    void signal_stop();
  };
  explicit task(std::coroutine_handle<promise_type> h) : handle_(h) {}
  task(task &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  ~task() {
    if (handle_) {
      promise_type &promise = handle_.promise();
      if (!handle_.done())
        promise.signal_stop();
      else
        handle_.destroy();
    }
  }
  bool await_ready() const noexcept { return handle_.done(); }
  bool await_suspend(std::coroutine_handle<> h) {
    waiting_ = h;
    return true;
  }
  R await_resume() { return {}; }

private:
  std::coroutine_handle<promise_type> handle_;
  std::coroutine_handle<> waiting_;
};
template <typename R> class coroutine {
public:
  struct promise_type {
    coroutine get_return_object() {
      return coroutine{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { error = std::current_exception(); }
    void return_value(R) {}
    std::exception_ptr error;
  };
  explicit coroutine(std::coroutine_handle<promise_type> h) : handle_(h) {}
  ~coroutine() {
    if (handle_)
      std::exchange(handle_, nullptr).destroy();
  }
  auto operator co_await() & noexcept { return awaiter{*this}; }
  auto operator co_await() && noexcept { return awaiter{*this}; }

private:
  struct awaiter {
    coroutine &coro;
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) { return coro.handle_; }
    R await_resume() { return {}; }
  };
  std::coroutine_handle<promise_type> handle_;
};
struct job {};
namespace detail {
template <typename... Args> struct job_promise {
  job get_return_object() noexcept { return {}; }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() { throw; }
  void return_void() {}
};
} // namespace detail
} // namespace lib
template <typename... Args> struct std::coroutine_traits<lib::job, Args...> {
  using promise_type = lib::detail::job_promise<Args...>;
};
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::coroutine<int> two() { co_return co_await one(); }
lib::job run(int) { co_await two(); }
#endif
