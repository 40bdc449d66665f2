// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The handle is in a base class with its own destructor and a state for "already started".
//
// type: lib::task<int>
// start: lazy
// drop: unknown
// errors: stored
//
// type: lib::simple_task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
#include <coroutine>
#include <cstdint>
#include <exception>
#include <utility>

namespace lib {
struct coro_holder {
  std::uintptr_t coro_ = 0;
  explicit coro_holder(std::coroutine_handle<> h) noexcept : coro_((std::uintptr_t)h.address()) {}
  coro_holder(coro_holder &&other) noexcept : coro_(std::exchange(other.coro_, 0)) {}
  ~coro_holder() {
    if ((coro_ & 1) == 0 && coro_ != 0)
      std::coroutine_handle<>::from_address((void *)coro_).destroy();
  }
};
template <typename Task> struct promise_base {
  Task get_return_object() noexcept {
    return Task{std::coroutine_handle<typename Task::promise_type>::from_promise(
        static_cast<typename Task::promise_type &>(*this))};
  }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = std::current_exception(); }
  std::exception_ptr error_;
};
template <typename T> struct task : coro_holder {
  using coro_holder::coro_holder;
  struct promise_type : promise_base<task> {
    void return_value(T v) { value_ = v; }
    T value_;
  };
};
struct coro_owner {
  std::coroutine_handle<> coro_;
  explicit coro_owner(std::coroutine_handle<> h) noexcept : coro_(h) {}
  coro_owner(coro_owner &&other) noexcept : coro_(std::exchange(other.coro_, {})) {}
  ~coro_owner() {
    if (coro_)
      coro_.destroy();
  }
};
template <typename T> struct simple_task : private coro_owner {
  using coro_owner::coro_owner;
  struct promise_type : promise_base<simple_task> {
    void return_value(T v) { value_ = v; }
    T value_;
  };
  struct awaiter {
    simple_task task;
    bool await_ready() noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return task.coro_; }
    T await_resume();
  };
  friend awaiter operator co_await(simple_task &&t) noexcept { return {std::move(t)}; }
};
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
lib::simple_task<int> two() { co_return 1; }
#endif
