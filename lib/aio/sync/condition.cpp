// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/condition.h>

#include <aio/sync/waiters.h>

namespace aio {
namespace {

class ConditionState final : public detail::RefCounted {
public:
  explicit ConditionState(Lock lock) : lock(std::move(lock)) {}
  Text repr() const {
    return detail::describe_primitive("Condition", this, lock.locked() ? "locked" : "unlocked",
                                      waiters);
  }

  const Lock lock;
  detail::Waiters waiters;
  detail::LoopBinding binding;
};

ConditionState &state_of(const detail::Ref<detail::RefCounted> &state) {
  return static_cast<ConditionState &>(*state);
}

/// The lock again, at any price: returns the last cancellation that came meanwhile, or null.
Coroutine<std::exception_ptr> reacquire(Lock lock) {
  std::exception_ptr cancellation;
  for (;;) {
    try {
      co_await lock.acquire();
      co_return cancellation;
    } catch (const CancelledError &) {
      cancellation = std::current_exception();
    }
  }
}

} // namespace

Condition::Condition(Lock lock) : lock_(lock), state_(new ConditionState(lock)) {}

Coroutine<bool> Condition::wait(Lock lock, State state) {
  ConditionState &self = state_of(state);
  if (!lock.locked())
    throw RuntimeError("cannot wait on un-acquired lock");
  const Future<void> notified = self.binding.create_future(self);
  lock.release();
  std::exception_ptr exception;
  try {
    const detail::Waiters::Entry entry(self.waiters, notified);
    co_await notified;
  } catch (...) {
    exception = std::current_exception();
  }
  if (const std::exception_ptr cancellation = co_await reacquire(lock))
    exception = cancellation;
  if (!exception)
    co_return true;
  if (!notified.cancelled())
    self.waiters.wake(1);
  std::rethrow_exception(exception);
}

void Condition::notify(int n) const {
  if (!locked())
    throw RuntimeError("cannot notify on un-acquired lock");
  if (n > 0)
    state_of(state_).waiters.wake(static_cast<std::size_t>(n));
}

void Condition::notify_all() const {
  if (!locked())
    throw RuntimeError("cannot notify on un-acquired lock");
  state_of(state_).waiters.wake_all();
}

Text Condition::repr() const { return state_of(state_).repr(); }

} // namespace aio
