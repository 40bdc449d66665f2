// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

Task<void> sleep(HighResDuration duration);
Task<void> sleepReturnEarlyOnCancel(HighResDuration duration);

} // namespace folly::coro
