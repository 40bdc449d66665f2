// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/ref.h>
#include <aio/text.h>

namespace aio {

namespace detail {
class HandleState;
}

/// A scheduled callback. Copies refer to the same one; dropping them all does not cancel it.
class Handle {
public:
  Handle();
  /// The callback will not run. It is destroyed now, unless it is running.
  void cancel() const;
  bool cancelled() const;
  Text repr() const;

  explicit Handle(detail::Ref<detail::HandleState> state);
  Handle(const Handle &);
  Handle(Handle &&) noexcept;
  Handle &operator=(Handle) noexcept;
  ~Handle();

protected:
  detail::Ref<detail::HandleState> state_;
};

/// A callback scheduled for a time.
class TimerHandle : public Handle {
public:
  using Handle::Handle;
  /// In seconds, on the clock of EventLoop::time().
  double when() const;
};

} // namespace aio
