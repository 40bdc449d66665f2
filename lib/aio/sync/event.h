// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>

namespace aio {

/// A flag that tasks of one loop can wait for. Copies are the same event. Belongs to the thread
/// of its loop; the first wait() that has to wait ties it to a loop, and on another one that
/// throws RuntimeError.
class Event {
public:
  /// Not set.
  Event();
  /// Wakes all that wait, also if clear() follows at once.
  void set() const;
  void clear() const;
  bool is_set() const;
  /// True, once it is set; without suspending if it is.
  Coroutine<bool> wait() const { return wait(state_); }

  Text repr() const;
  friend bool operator==(const Event &a, const Event &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

private:
  using State = detail::Ref<detail::RefCounted>;
  static Coroutine<bool> wait(State state);

  State state_;
};

} // namespace aio
