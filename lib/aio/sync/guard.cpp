// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/guard.h>

#include <aio/loop_state.h>

namespace aio {

void Guard::release() {
  if (const detail::Ref<detail::Releasable> held = std::move(held_))
    held->give_back();
}

Guard::~Guard() {
  try {
    release();
  } catch (...) {
    // The end of a loop destroys tasks where they are, also in Condition::wait(), which has
    // released what the guard holds.
    if (!detail::LoopState::running())
      return;
    ExceptionContext context;
    context.message = "Exception in the release of a Guard";
    context.exception = std::current_exception();
    detail::report(context);
  }
}

} // namespace aio
