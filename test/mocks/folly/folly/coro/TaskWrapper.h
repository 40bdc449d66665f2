// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

namespace detail {

template <class T, class WrapperTask, class Promise> class TaskPromiseWrapperBase {
protected:
  Promise promise_;

public:
  WrapperTask get_return_object() noexcept { return WrapperTask{promise_.get_return_object()}; }
  auto initial_suspend() noexcept { return promise_.initial_suspend(); }
  auto final_suspend() noexcept { return promise_.final_suspend(); }
  template <class Awaitable> auto await_transform(Awaitable &&what) {
    return promise_.await_transform(std::forward<Awaitable>(what));
  }
  template <class Value> auto yield_value(Value &&value) {
    return promise_.yield_value(std::forward<Value>(value));
  }
  void unhandled_exception() noexcept { promise_.unhandled_exception(); }
  auto &continuationRef() { return promise_.continuationRef(); }
};

template <class T, class WrapperTask, class Promise>
class TaskPromiseWrapper : public TaskPromiseWrapperBase<T, WrapperTask, Promise> {
public:
  template <class U = T> auto return_value(U &&value) {
    return this->promise_.return_value(std::forward<U>(value));
  }
};

template <class WrapperTask, class Promise>
class TaskPromiseWrapper<void, WrapperTask, Promise>
    : public TaskPromiseWrapperBase<void, WrapperTask, Promise> {
public:
  void return_void() noexcept { this->promise_.return_void(); }
};

} // namespace detail

template <class Derived, class Cfg> class TaskWrapperCrtp {
public:
  using promise_type = typename Cfg::PromiseT;

  friend typename Cfg::TaskWithExecutorT co_withExecutor(Executor::KeepAlive<> executor,
                                                         Derived &&task) noexcept {
    return typename Cfg::TaskWithExecutorT{
        co_withExecutor(std::move(executor), std::move(task).unwrapTask())};
  }
  friend auto co_viaIfAsync(Executor::KeepAlive<> executor, Derived &&task) noexcept {
    return co_viaIfAsync(std::move(executor), std::move(task).unwrapTask());
  }

private:
  using Inner = typename Cfg::InnerTaskT;
  Inner inner_;

public:
  explicit TaskWrapperCrtp(Inner inner) noexcept : inner_(std::move(inner)) {}

protected:
  Inner unwrapTask() && noexcept { return std::move(inner_); }
};

template <class Derived, class Cfg> class TaskWithExecutorWrapperCrtp {
  using Inner = typename Cfg::InnerTaskWithExecutorT;
  Inner inner_;

public:
  explicit TaskWithExecutorWrapperCrtp(Inner inner) : inner_(std::move(inner)) {}
  auto operator co_await() && noexcept -> decltype(std::move(inner_).operator co_await());
  friend auto co_viaIfAsync(Executor::KeepAlive<> executor, Derived &&task) noexcept {
    return co_viaIfAsync(std::move(executor), std::move(task.inner_));
  }
};

} // namespace folly::coro
