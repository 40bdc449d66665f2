// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/barrier.h>

#include <aio/sync/condition.h>
#include <aio/sync/waiters.h>

namespace aio {
namespace {

/// Filling until all parties are there, then draining until all have left. Resetting until those
/// who waited have left; broken until it is reset. Every change is notified.
enum class Phase : unsigned char { filling, draining, resetting, broken };

class BarrierState final : public detail::RefCounted {
public:
  explicit BarrierState(int parties) : parties(parties) {
    if (parties < 1)
      throw ValueError("parties must be > 0");
  }

  int n_waiting() const { return phase == Phase::filling ? inside : 0; }
  void enter_phase(Phase next) {
    phase = next;
    changed.notify_all();
  }
  Text repr() const {
    static constexpr const char *names[] = {"filling", "draining", "resetting", "broken"};
    std::string state = names[static_cast<int>(phase)];
    if (phase != Phase::broken)
      state += ", waiters:" + std::to_string(n_waiting()) + "/" + std::to_string(parties);
    return detail::describe_primitive("Barrier", this, state, {});
  }

  const int parties;
  const Condition changed;
  Phase phase = Phase::filling;
  int inside = 0;
};

BarrierState &state_of(const detail::Ref<detail::RefCounted> &state) {
  return static_cast<BarrierState &>(*state);
}

/// One party's place. The last one to leave opens the barrier for the next round.
class Place {
public:
  explicit Place(BarrierState &barrier) : index(barrier.inside++), barrier_(barrier) {}
  Place(const Place &) = delete;
  Place &operator=(const Place &) = delete;
  ~Place() {
    if (--barrier_.inside > 0)
      return;
    if (barrier_.phase == Phase::draining || barrier_.phase == Phase::resetting)
      barrier_.phase = Phase::filling;
    // Without the lock, the loop is being closed, and nobody will wake up.
    if (barrier_.changed.locked())
      barrier_.changed.notify_all();
  }

  const int index;

private:
  BarrierState &barrier_;
};

} // namespace

Barrier::Barrier(int parties) : state_(new BarrierState(parties)) {}

Coroutine<int> Barrier::wait(State state) {
  BarrierState &self = state_of(state);
  const Guard guard = co_await self.changed.scoped();
  co_await self.changed.wait_for(
      [&self] { return self.phase != Phase::draining && self.phase != Phase::resetting; });
  if (self.phase == Phase::broken)
    throw BrokenBarrierError("Barrier aborted");
  const Place place(self);
  if (place.index + 1 == self.parties) {
    self.enter_phase(Phase::draining);
    co_return place.index;
  }
  co_await self.changed.wait_for([&self] { return self.phase != Phase::filling; });
  if (self.phase == Phase::broken || self.phase == Phase::resetting)
    throw BrokenBarrierError("Abort or reset of barrier");
  co_return place.index;
}

Coroutine<void> Barrier::reset(State state) {
  BarrierState &self = state_of(state);
  const Guard guard = co_await self.changed.scoped();
  self.enter_phase(self.inside > 0 ? Phase::resetting : Phase::filling);
}

Coroutine<void> Barrier::abort(State state) {
  BarrierState &self = state_of(state);
  const Guard guard = co_await self.changed.scoped();
  self.enter_phase(Phase::broken);
}

Coroutine<bool> Barrier::leave() { co_return false; }

int Barrier::parties() const { return state_of(state_).parties; }
int Barrier::n_waiting() const { return state_of(state_).n_waiting(); }
bool Barrier::broken() const { return state_of(state_).phase == Phase::broken; }
Text Barrier::repr() const { return state_of(state_).repr(); }

} // namespace aio
