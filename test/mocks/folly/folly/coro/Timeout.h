// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

template <class T, class Duration> Task<T> timeout(Task<T> task, Duration duration);
template <class T, class Duration> Task<T> timeoutNoDiscard(Task<T> task, Duration duration);

} // namespace folly::coro
