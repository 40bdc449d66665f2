// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

#include <tuple>

namespace folly::coro {

template <class... T> Task<std::tuple<T...>> collectAll(Task<T>... tasks);

} // namespace folly::coro
