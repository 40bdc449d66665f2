// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <qcoro/qcorotask.h>

namespace QCoro {

template <typename T> class LazyTask;

namespace detail {

template <typename T> class LazyTaskPromise : public TaskPromise<T> {
public:
  using TaskPromise<T>::TaskPromise;
  LazyTask<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() const noexcept { return {}; }
};

} // namespace detail

template <typename T = void>
class LazyTask final : public detail::TaskBase<T, LazyTask, detail::LazyTaskPromise<T>> {
public:
  using promise_type = detail::LazyTaskPromise<T>;
  using value_type = T;
  using detail::TaskBase<T, LazyTask, promise_type>::TaskBase;
  LazyTask(LazyTask &&) noexcept = default;
  LazyTask &operator=(LazyTask &&) noexcept = default;
  ~LazyTask() override {}

  auto operator co_await() const noexcept {
    class TaskAwaiter : public detail::TaskAwaiterBase<promise_type> {
    public:
      using detail::TaskAwaiterBase<promise_type>::TaskAwaiterBase;
      auto await_suspend(std::coroutine_handle<> awaiting) noexcept {
        detail::TaskAwaiterBase<promise_type>::await_suspend(awaiting);
        return this->awaited_;
      }
      T await_resume() {
        if constexpr (std::is_void_v<T>)
          this->awaited_.promise().result();
        else
          return std::move(this->awaited_.promise().result());
      }
    };
    return TaskAwaiter{this->coroutine_};
  }
};

template <typename T> LazyTask<T> detail::LazyTaskPromise<T>::get_return_object() noexcept {
  return LazyTask<T>(std::coroutine_handle<LazyTaskPromise>::from_promise(*this));
}

} // namespace QCoro
