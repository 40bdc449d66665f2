// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types for work that nobody waits for.
//
// type: t::oneway
// start: eager
// drop: detaches
// errors: terminates
// awaitable: no
// generator: no
// synchronous: no
//
// type: t::logged
// start: eager
// errors: rethrown
// awaitable: no
//
// type: t::marker
// start: eager
// errors: terminates
// awaitable: no
//
// type: t::spawned
// start: lazy
// drop: leaks
// errors: terminates
// awaitable: no
//
// type: t::owned_by_both
// start: eager
// drop: destroys
// awaitable: no
//
// type: t::on_thread
// start: unknown
// drop: unknown
// awaitable: no
// synchronous: no
#include <coroutine>
#include <cstdio>
#include <exception>
#include <thread>

namespace t {
struct oneway final {
  struct promise_type final {
    oneway get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};
struct logged {
  struct promise_type {
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    logged get_return_object() noexcept { return {}; }
    void unhandled_exception() {
      try {
        std::rethrow_exception(std::current_exception());
      } catch (const std::exception &e) {
        std::printf("%s\n", e.what());
        std::rethrow_exception(std::current_exception());
      }
    }
  };
};
struct marker {};
// Waits for somebody to call start.
struct spawned {
  struct promise_type {
    spawned get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
  void start() { handle.resume(); }
  std::coroutine_handle<promise_type> handle;
};
// Destroys what destroys itself: a frequent mistake.
class owned_by_both {
public:
  struct promise_type {
    owned_by_both get_return_object() noexcept {
      return std::coroutine_handle<promise_type>::from_promise(*this);
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };
  owned_by_both(std::coroutine_handle<promise_type> h) : handle_(h) {}
  ~owned_by_both() {
    if (handle_)
      handle_.destroy();
  }

private:
  std::coroutine_handle<promise_type> handle_;
};
// Runs on a thread of its own from the beginning.
struct on_thread {
  struct promise_type {
    on_thread get_return_object() noexcept { return {}; }
    struct hop {
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> h) const noexcept {
        std::thread([h] { h.resume(); }).detach();
      }
      void await_resume() const noexcept {}
    };
    hop initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
};
} // namespace t
template <class... Args> struct std::coroutine_traits<t::marker, Args...> {
  struct promise_type {
    t::marker get_return_object() const noexcept { return {}; }
    void return_void() const noexcept {}
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};
#ifdef DEFINED
t::oneway one() { co_return; }
t::logged two() { co_return; }
t::marker three() { co_return; }
t::spawned four() { co_return; }
t::owned_by_both five() { co_return; }
t::on_thread six() { co_return; }
#endif
