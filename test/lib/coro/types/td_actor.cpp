// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lazy task in a unique_ptr with a deleter, and a started one that detaches.
//
// type: lib::Task<int>
// start: lazy
// drop: destroys
// errors: stored
// awaitable: yes
//
// type: lib::StartedTask<int>
// start: eager
// drop: detaches
// awaitable: yes
#include <coroutine>
#include <exception>
#include <memory>
#include <utility>

namespace lib {
template <class T> struct Result {
  static Result from_exception(std::exception_ptr);
};
template <class T> struct PromiseCommon;
template <class T> struct Task;
template <class T> struct StartedTask;
template <class T> struct PromiseDeleter {
  void operator()(PromiseCommon<T> *p) const noexcept { p->self().destroy(); }
};
template <class T> struct PromiseCommon {
  std::coroutine_handle<PromiseCommon> self() {
    return std::coroutine_handle<PromiseCommon>::from_promise(*this);
  }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {
    result = Result<T>::from_exception(std::current_exception());
  }
  void return_value(T) {}
  Task<T> get_return_object() noexcept;
  Result<T> result;
  void unref() noexcept;
};
template <class T> struct StartedPromise : PromiseCommon<T> {
  std::suspend_never initial_suspend() noexcept { return {}; }
  StartedTask<T> get_return_object() noexcept;
};
template <class T> struct [[nodiscard]] Task {
  using promise_type = PromiseCommon<T>;
  std::unique_ptr<PromiseCommon<T>, PromiseDeleter<T>> p{};
  bool await_ready() noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> h) noexcept { return p->self(); }
  Result<T> await_resume();
};
template <class T> struct [[nodiscard]] StartedTask {
  using promise_type = StartedPromise<T>;
  PromiseCommon<T> *p{};
  StartedTask(PromiseCommon<T> *promise) : p(promise) {}
  StartedTask(StartedTask &&other) noexcept : p(std::exchange(other.p, nullptr)) {}
  ~StartedTask() noexcept { detach_silent(); }
  void detach_silent() {
    if (p)
      std::exchange(p, nullptr)->unref();
  }
  bool await_ready() noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept;
  Result<T> await_resume();
};
template <class T> Task<T> PromiseCommon<T>::get_return_object() noexcept {
  Task<T> task;
  task.p.reset(this);
  return task;
}
template <class T> StartedTask<T> StartedPromise<T>::get_return_object() noexcept {
  return StartedTask<T>(this);
}
} // namespace lib
#ifdef DEFINED
lib::Task<int> one() { co_return 1; }
lib::StartedTask<int> two() { co_return 1; }
#endif
