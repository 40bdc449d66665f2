// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

struct blocking_wait_fn {
  template <class T> T operator()(Task<T> &&task) const;
  template <class T> T operator()(TaskWithExecutor<T> &&task) const;
  template <class T> T operator()(Future<T> &&future) const;
};
inline constexpr blocking_wait_fn blocking_wait{};
static constexpr const blocking_wait_fn &blockingWait = blocking_wait;

} // namespace folly::coro
