// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/gather.h>

namespace aio::detail {

bool GatherCore::cancel(Text message) {
  if (done())
    return false;
  const bool any = cancel_children(message);
  cancel_requested_ |= any;
  return any;
}

void GatherCore::watch(FutureCore &child) {
  child.check_belongs_to(loop());
  ++pending_;
  last_child_ = Ref<FutureCore>(&child);
  child.add_done_callback(
      [self = Ref<GatherCore>(this)](FutureCore &done) { self->child_done(done); },
      std::source_location::current());
}

void GatherCore::finish_if_empty() {
  if (pending_ > 0)
    return;
  collect();
  finish();
}

void GatherCore::child_done(FutureCore &child) {
  --pending_;
  if (done()) {
    // Nobody will ask this child for its exception any more.
    if (!child.cancelled())
      static_cast<void>(child.exception());
    return;
  }
  try {
    if (!returns_exceptions_)
      child.check_result();
    if (pending_ > 0)
      return;
    if (cancel_requested_) {
      // With its message, if it has one.
      if (last_child_->cancelled())
        last_child_->check_result();
      throw CancelledError();
    }
    collect();
  } catch (...) {
    finish_with(std::current_exception());
    return;
  }
  finish();
}

} // namespace aio::detail
