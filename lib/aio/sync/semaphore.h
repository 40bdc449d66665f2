// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/sync/guard.h>

namespace aio {

/// Counts down to 0 and makes who comes then wait, among the tasks of one loop, first come first
/// served. Copies are the same semaphore. Belongs to the thread of its loop; the first acquire()
/// that has to wait ties it to a loop, and on another one that throws RuntimeError.
class Semaphore {
public:
  /// Throws ValueError below 0.
  explicit Semaphore(int value = 1);

  /// True, once one unit is ours. A waiter that is cancelled leaves the line; a unit it was
  /// given already goes to the next.
  Coroutine<bool> acquire() const { return acquire(state_); }
  /// Gives one unit back, or one more.
  void release() const { state_->give_back(); }
  /// acquire() would wait: nothing is left, or somebody else waits for it.
  bool locked() const;

  /// auto guard = co_await semaphore.scoped();
  Coroutine<Guard> scoped() const { return scoped(state_); }
  /// For with(semaphore, body).
  Coroutine<void> enter() const { return start(state_); }
  Coroutine<bool> exit(std::exception_ptr) const { return leave(state_); }

  Text repr() const;
  friend bool operator==(const Semaphore &a, const Semaphore &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

protected:
  using State = detail::Ref<detail::Releasable>;
  Semaphore(int value, bool bounded);

private:
  static Coroutine<bool> acquire(State state);
  static Coroutine<Guard> scoped(State state);
  static Coroutine<void> start(State state);
  static Coroutine<bool> leave(State state);

  State state_;
};

/// One whose release() throws ValueError where it would exceed the first value.
class BoundedSemaphore : public Semaphore {
public:
  explicit BoundedSemaphore(int value = 1) : Semaphore(value, true) {}
};

} // namespace aio
