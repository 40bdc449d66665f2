// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/sync/guard.h>

namespace aio {

/// Mutual exclusion among the tasks of one loop, first come first served. Copies are the same
/// lock. Whoever acquires it may hand it to another task: it has no owner.
/// Belongs to the thread of its loop; the first acquire() that has to wait ties it to a loop,
/// and on another one that throws RuntimeError.
class Lock {
public:
  Lock();
  /// True, once it is ours. A waiter that is cancelled leaves the line; the lock goes to the next.
  Coroutine<bool> acquire() const { return acquire(state_); }
  /// Wakes the first in line. Throws RuntimeError if it is not locked.
  void release() const;
  bool locked() const;

  /// auto guard = co_await lock.scoped();
  Coroutine<Guard> scoped() const { return scoped(state_); }
  /// For with(lock, body).
  Coroutine<void> enter() const { return enter(state_); }
  Coroutine<bool> exit(std::exception_ptr) const { return leave(state_); }

  Text repr() const;
  friend bool operator==(const Lock &a, const Lock &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

private:
  using State = detail::Ref<detail::Releasable>;
  static Coroutine<bool> acquire(State state);
  static Coroutine<Guard> scoped(State state);
  static Coroutine<void> enter(State state);
  static Coroutine<bool> leave(State state);

  State state_;
};

} // namespace aio
