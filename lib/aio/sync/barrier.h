// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>

namespace aio {

/// The barrier was aborted, or reset while somebody waited.
class BrokenBarrierError : public RuntimeError {
public:
  using RuntimeError::RuntimeError;
};

/// Where a number of tasks of one loop wait for each other, over and over. Copies are the same
/// barrier. Belongs to the thread of its loop.
class Barrier {
public:
  /// Throws ValueError below 1.
  explicit Barrier(int parties);

  /// Waits until as many tasks wait; returns which of them this one is, from 0. A second round
  /// starts when all have left the first. Throws BrokenBarrierError. A waiter that is cancelled
  /// leaves, and the others wait for another one.
  Coroutine<int> wait() const { return wait(state_); }
  /// Empty again; who waits gets BrokenBarrierError.
  Coroutine<void> reset() const { return reset(state_); }
  /// Who waits, and who comes before a reset(), gets BrokenBarrierError.
  Coroutine<void> abort() const { return abort(state_); }

  int parties() const;
  /// How many wait for the others.
  int n_waiting() const;
  bool broken() const;

  /// For with(barrier, body): the body gets the number.
  Coroutine<int> enter() const { return wait(state_); }
  Coroutine<bool> exit(std::exception_ptr) const { return leave(); }

  Text repr() const;
  friend bool operator==(const Barrier &a, const Barrier &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

private:
  using State = detail::Ref<detail::RefCounted>;
  static Coroutine<int> wait(State state);
  static Coroutine<void> reset(State state);
  static Coroutine<void> abort(State state);
  static Coroutine<bool> leave();

  State state_;
};

} // namespace aio
