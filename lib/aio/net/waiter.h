// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/loop_state.h>

namespace aio::detail {

/// A future that some callback of aio's ends.
inline Future<void> make_waiter(LoopState &loop) {
  return FutureAccess::make(Ref(new FutureState<void>(loop, std::source_location::current())));
}

/// Unless it is done, by a cancellation for instance.
inline void wake_up(const Future<void> &waiter) {
  if (!waiter.done())
    waiter.set_result();
}

} // namespace aio::detail
