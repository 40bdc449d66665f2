// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/semaphore.h>

#include <aio/sync/waiters.h>

namespace aio {
namespace {

/// Invariant: a unit given to a waiter is subtracted when it is woken, not when it runs. So if
/// the value is above 0, nobody waits who is not woken, but while one of them leaves.
class SemaphoreState final : public detail::Releasable {
public:
  SemaphoreState(int value, bool bounded) : value(value), first_value_(value), bounded_(bounded) {}

  bool locked() const { return value == 0 || !waiters.all_cancelled(); }
  void give_back() override {
    if (bounded_ && value >= first_value_)
      throw ValueError("BoundedSemaphore released too many times");
    ++value;
    hand_out();
  }
  void hand_out() {
    if (value > 0)
      value -= static_cast<int>(waiters.wake(static_cast<std::size_t>(value)));
  }
  Text repr() const {
    return detail::describe_primitive(
        bounded_ ? "BoundedSemaphore" : "Semaphore", this,
        locked() ? "locked" : "unlocked, value:" + std::to_string(value), waiters);
  }

  int value;
  detail::Waiters waiters;
  detail::LoopBinding binding;

private:
  const int first_value_;
  const bool bounded_;
};

SemaphoreState &state_of(const detail::Ref<detail::Releasable> &state) {
  return static_cast<SemaphoreState &>(*state);
}

int check_value(int value) {
  if (value < 0)
    throw ValueError("Semaphore initial value must be >= 0");
  return value;
}

} // namespace

Semaphore::Semaphore(int value) : Semaphore(value, false) {}
Semaphore::Semaphore(int value, bool bounded)
    : state_(new SemaphoreState(check_value(value), bounded)) {}

Coroutine<bool> Semaphore::acquire(State state) {
  SemaphoreState &self = state_of(state);
  if (!self.locked()) {
    --self.value;
    co_return true;
  }
  const Future<void> given = self.binding.create_future(self);
  try {
    const detail::Waiters::Entry entry(self.waiters, given);
    co_await given;
  } catch (const CancelledError &) {
    if (!given.cancelled())
      ++self.value;
    self.hand_out();
    throw;
  }
  // Who came while this one was on its way had to queue, although there may be units left.
  self.hand_out();
  co_return true;
}

bool Semaphore::locked() const { return state_of(state_).locked(); }
Text Semaphore::repr() const { return state_of(state_).repr(); }

Coroutine<Guard> Semaphore::scoped(State state) {
  co_await acquire(state);
  co_return Guard(std::move(state));
}

Coroutine<void> Semaphore::start(State state) { co_await acquire(std::move(state)); }

Coroutine<bool> Semaphore::leave(State state) {
  state->give_back();
  co_return false;
}

} // namespace aio
