// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {

namespace detail {

class DispatchAwaiter {
public:
  explicit DispatchAwaiter(Executor *executor) noexcept : executor_(executor) {}
  bool await_ready() const noexcept { return false; }
  template <typename PromiseType> bool await_suspend(std::coroutine_handle<PromiseType> handle);
  void await_resume() noexcept {}

private:
  Executor *executor_;
};

class DispatchAwaitable {
public:
  explicit DispatchAwaitable(Executor *executor) : executor_(executor) {}
  auto coAwait(Executor *) { return DispatchAwaiter(executor_); }

private:
  Executor *executor_;
};

} // namespace detail

inline detail::DispatchAwaitable dispatch(Executor *executor) {
  return detail::DispatchAwaitable(executor);
}

} // namespace async_simple::coro
