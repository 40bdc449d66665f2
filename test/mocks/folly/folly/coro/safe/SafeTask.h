// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/TaskWrapper.h>

namespace folly {
enum class safe_alias { unsafe, shared_cleanup, closure_min_arg_safety, maybe_value };
} // namespace folly

namespace folly::coro {

template <safe_alias Safety, class T = void> class safe_task;
template <safe_alias Safety, class T = void> class safe_task_with_executor;

namespace detail {

template <safe_alias Safety, class T, class... Args>
class safe_task_promise final : public TaskPromiseWrapper<T, safe_task<Safety, T>, TaskPromise<T>> {
};

template <safe_alias Safety, class T> struct safe_task_with_executor_cfg {
  using InnerTaskWithExecutorT = TaskWithExecutor<T>;
  using WrapperTaskT = safe_task<Safety, T>;
};

/// The promise comes from coroutine_traits: it is to see the arguments.
template <safe_alias Safety, class T> struct safe_task_cfg {
  using InnerTaskT = Task<T>;
  using TaskWithExecutorT = safe_task_with_executor<Safety, T>;
  using PromiseT = void;
};

} // namespace detail

template <safe_alias Safety, class T>
class [[nodiscard]] safe_task final
    : public TaskWrapperCrtp<safe_task<Safety, T>, detail::safe_task_cfg<Safety, T>> {
  using Base = TaskWrapperCrtp<safe_task<Safety, T>, detail::safe_task_cfg<Safety, T>>;

public:
  using Base::Base;
};

template <safe_alias Safety, class T>
class [[nodiscard]] safe_task_with_executor final
    : public TaskWithExecutorWrapperCrtp<safe_task_with_executor<Safety, T>,
                                         detail::safe_task_with_executor_cfg<Safety, T>> {
  using Base = TaskWithExecutorWrapperCrtp<safe_task_with_executor<Safety, T>,
                                           detail::safe_task_with_executor_cfg<Safety, T>>;

public:
  using Base::Base;
};

template <class T = void> using value_task = safe_task<safe_alias::maybe_value, T>;

} // namespace folly::coro

template <folly::safe_alias Safety, class T, class... Args>
struct std::coroutine_traits<folly::coro::safe_task<Safety, T>, Args...> {
  using promise_type = folly::coro::detail::safe_task_promise<Safety, T, Args...>;
};
