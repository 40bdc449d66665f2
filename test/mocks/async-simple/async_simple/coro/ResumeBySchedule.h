// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Future.h>

namespace async_simple::coro {

namespace detail {

template <typename T> class FutureResumeByScheduleAwaitable {
public:
  explicit FutureResumeByScheduleAwaitable(Future<T> &&future) : future_(std::move(future)) {}
  auto coAwait(Executor *) { return FutureAwaiter<T>{std::move(future_)}; }

private:
  Future<T> future_;
};

} // namespace detail

template <typename T> auto ResumeBySchedule(Future<T> &&future) {
  return detail::FutureResumeByScheduleAwaitable<T>(std::move(future));
}

} // namespace async_simple::coro
