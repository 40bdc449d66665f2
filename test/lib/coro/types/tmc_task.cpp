// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A bare handle: nothing destroys the frame of a task that is dropped.
//
// type: lib::task<int>
// start: lazy
// drop: leaks
// errors: stored
// awaitable: yes
// single-use: yes
//
// type: lib::old_task
// start: lazy
// drop: leaks
// errors: terminates
#include <coroutine>
#include <exception>
#include <utility>

namespace lib {
template <typename R> struct task_promise;
template <typename R> struct awaiter {
  std::coroutine_handle<task_promise<R>> handle;
  bool await_ready() const noexcept { return handle.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> outer) noexcept {
    handle.promise().continuation = outer.address();
    return handle;
  }
  R await_resume() noexcept { return {}; }
};
template <typename R> struct [[nodiscard("You must submit or co_await task.")]] task {
  using promise_type = task_promise<R>;
  std::coroutine_handle<task_promise<R>> handle;
  task(task &&other) : handle(std::exchange(other.handle, nullptr)) {}
  explicit task(std::coroutine_handle<task_promise<R>> h) : handle(h) {}
  awaiter<R> operator co_await() && { return awaiter<R>{handle}; }
};
template <typename R> struct task_promise {
  void *continuation = nullptr;
  std::exception_ptr error;
  task<R> get_return_object() noexcept {
    return task<R>{std::coroutine_handle<task_promise<R>>::from_promise(*this)};
  }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }
  void return_value(R) {}
};
// The task may also be the handle.
struct old_promise;
struct old_task : std::coroutine_handle<old_promise> {
  using promise_type = old_promise;
};
struct old_promise {
  old_task get_return_object() { return {old_task::from_promise(*this)}; }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
  void return_void() {}
};
} // namespace lib
#ifdef DEFINED
lib::task<int> one() { co_return 1; }
#endif
