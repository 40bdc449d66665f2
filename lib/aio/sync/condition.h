// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/sync/lock.h>

namespace aio {

/// Lets tasks of one loop wait for a change of what a lock protects. Copies are the same
/// condition. Every call but the lock's own needs the lock to be held, by whomever.
class Condition {
public:
  /// Several conditions may share a lock.
  explicit Condition(Lock lock = Lock());

  /// Those of the lock.
  Coroutine<bool> acquire() const { return lock_.acquire(); }
  void release() const { lock_.release(); }
  bool locked() const { return lock_.locked(); }
  Coroutine<Guard> scoped() const { return lock_.scoped(); }
  Coroutine<void> enter() const { return lock_.enter(); }
  Coroutine<bool> exit(std::exception_ptr exception) const {
    return lock_.exit(std::move(exception));
  }

  /// Releases the lock, waits for a notify(), acquires the lock again; then true. A cancellation
  /// too is thrown only once the lock is held again; a waiter that was notified before passes
  /// that on. Throws RuntimeError if the lock is not held.
  Coroutine<bool> wait() const { return wait(lock_, state_); }
  /// Waits until the predicate, called with the lock held, is true in a condition; its result.
  template <class P> auto wait_for(P predicate) const {
    return wait_for(*this, std::move(predicate));
  }
  /// Wakes the first n that wait. They go on once they get the lock. Throws RuntimeError if it
  /// is not held.
  void notify(int n = 1) const;
  void notify_all() const;

  Text repr() const;
  friend bool operator==(const Condition &a, const Condition &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

private:
  using State = detail::Ref<detail::RefCounted>;
  static Coroutine<bool> wait(Lock lock, State state);
  template <class P>
  static Coroutine<std::remove_cvref_t<std::invoke_result_t<P &>>> wait_for(Condition self,
                                                                            P predicate) {
    auto result = predicate();
    while (!result) {
      co_await self.wait();
      result = predicate();
    }
    co_return result;
  }

  Lock lock_;
  State state_;
};

} // namespace aio
