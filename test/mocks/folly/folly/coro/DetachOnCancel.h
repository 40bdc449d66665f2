// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

template <class T> Task<T> detachOnCancel(Task<T> task);

} // namespace folly::coro
