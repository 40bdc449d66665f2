// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/TaskWrapper.h>

namespace folly::coro {

template <class T = void> class now_task;
template <class T = void> class now_task_with_executor;

namespace detail {

template <class T> struct now_task_with_executor_cfg {
  using InnerTaskWithExecutorT = TaskWithExecutor<T>;
  using WrapperTaskT = now_task<T>;
};

template <class T>
class now_task_promise final : public TaskPromiseWrapper<T, now_task<T>, TaskPromise<T>> {};

template <class T> struct now_task_cfg {
  using InnerTaskT = Task<T>;
  using TaskWithExecutorT = now_task_with_executor<T>;
  using PromiseT = now_task_promise<T>;
};

/// What must be awaited at once cannot be moved.
template <class Inner> class wrap_must_use_immediately_t : public Inner {
public:
  using Inner::Inner;
  wrap_must_use_immediately_t(wrap_must_use_immediately_t &&) = delete;
};

} // namespace detail

template <class T>
class [[nodiscard]] now_task final : public detail::wrap_must_use_immediately_t<
                                         TaskWrapperCrtp<now_task<T>, detail::now_task_cfg<T>>> {
  using Base =
      detail::wrap_must_use_immediately_t<TaskWrapperCrtp<now_task<T>, detail::now_task_cfg<T>>>;

public:
  using Base::Base;
};

template <class T>
class [[nodiscard]] now_task_with_executor final
    : public detail::wrap_must_use_immediately_t<TaskWithExecutorWrapperCrtp<
          now_task_with_executor<T>, detail::now_task_with_executor_cfg<T>>> {
  using Base = detail::wrap_must_use_immediately_t<TaskWithExecutorWrapperCrtp<
      now_task_with_executor<T>, detail::now_task_with_executor_cfg<T>>>;

public:
  using Base::Base;
};

} // namespace folly::coro
