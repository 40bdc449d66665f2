// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/lock.h>

#include <aio/sync/waiters.h>

namespace aio {
namespace {

/// Invariant: if it is not locked and somebody waits, the first of those that are not cancelled
/// is woken and has yet to run.
class LockState final : public detail::Releasable {
public:
  void give_back() override {
    if (!locked)
      throw RuntimeError("Lock is not acquired.");
    locked = false;
    waiters.wake_front();
  }
  Text repr() const {
    return detail::describe_primitive("Lock", this, locked ? "locked" : "unlocked", waiters);
  }

  detail::Waiters waiters;
  detail::LoopBinding binding;
  bool locked = false;
};

LockState &state_of(const detail::Ref<detail::Releasable> &state) {
  return static_cast<LockState &>(*state);
}

} // namespace

Lock::Lock() : state_(new LockState) {}

Coroutine<bool> Lock::acquire(State state) {
  LockState &self = state_of(state);
  if (!self.locked && self.waiters.all_cancelled()) {
    self.locked = true;
    co_return true;
  }
  try {
    const detail::Waiters::Entry entry(self.waiters, self.binding.create_future(self));
    co_await entry.future;
  } catch (const CancelledError &) {
    // Perhaps after the wake-up, which then is the next one's.
    if (!self.locked)
      self.waiters.wake_front();
    throw;
  }
  self.locked = true;
  co_return true;
}

void Lock::release() const { state_->give_back(); }
bool Lock::locked() const { return state_of(state_).locked; }
Text Lock::repr() const { return state_of(state_).repr(); }

Coroutine<Guard> Lock::scoped(State state) {
  co_await acquire(state);
  co_return Guard(std::move(state));
}

Coroutine<void> Lock::enter(State state) { co_await acquire(std::move(state)); }

Coroutine<bool> Lock::leave(State state) {
  state->give_back();
  co_return false;
}

} // namespace aio
