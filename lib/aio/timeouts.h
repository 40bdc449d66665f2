// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/duration.h>

#include <optional>

namespace aio {

/// A deadline for the body of with(): when it passes, the task is cancelled, and at the end of
/// the body that CancelledError becomes TimeoutError. Not if somebody else has cancelled the task
/// as well: that goes first. A handle; one is good for one with(). Belongs to its task's thread.
class Timeout {
public:
  /// In seconds, on the clock of EventLoop::time(); none for no deadline.
  std::optional<double> when() const;
  /// Moves the deadline. One in the past is over in the next turn of the loop.
  /// Throws RuntimeError outside of the body, and when it has expired.
  void reschedule(std::optional<double> when) const;
  /// The deadline passed before the end of the body.
  bool expired() const;
  /// <Timeout [active] when=12.345>
  Text repr() const;

  /// For with(). Throws RuntimeError at the second time and outside of a task.
  Coroutine<Timeout> enter() const;
  Coroutine<void> exit(std::exception_ptr exception) const;

private:
  friend Timeout timeout_at(std::optional<double> when);
  explicit Timeout(detail::Ref<detail::RefCounted> state) : state_(std::move(state)) {}
  detail::Ref<detail::RefCounted> state_;
};

/// For with(): a deadline that long after this call, or none.
/// Throws RuntimeError without a running loop.
Timeout timeout(std::optional<Duration> delay = {});
/// The same with a time on the clock of EventLoop::time().
Timeout timeout_at(std::optional<double> when);

} // namespace aio
