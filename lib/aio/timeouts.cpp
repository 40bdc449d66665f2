// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/timeouts.h>

#include <aio/any_task.h>
#include <aio/event_loop.h>

#include <cstdio>
#include <string>

namespace aio {
namespace {

enum class Phase : unsigned char { created, entered, expiring, expired, exited };

const char *to_string(Phase phase) {
  switch (phase) {
  case Phase::created:
    return "created";
  case Phase::entered:
    return "active";
  case Phase::expiring:
    return "expiring";
  case Phase::expired:
    return "expired";
  case Phase::exited:
    break;
  }
  return "finished";
}

/// The scheduled callback does not keep it alive: at the end of a loop, when with() is destroyed
/// half-way, nothing else would free either.
class TimeoutState final : public detail::RefCounted {
public:
  explicit TimeoutState(std::optional<double> when) : when_(when) {}
  ~TimeoutState() override { handle_.cancel(); }

  void enter() {
    if (phase_ != Phase::created)
      throw RuntimeError("Timeout has already been entered");
    task_ = current_task();
    if (!task_)
      throw RuntimeError("Timeout should be used inside a task");
    phase_ = Phase::entered;
    cancelling_ = task_.cancelling();
    reschedule(when_);
  }

  void reschedule(std::optional<double> when) {
    if (phase_ == Phase::created)
      throw RuntimeError("Timeout has not been entered");
    if (phase_ != Phase::entered)
      throw RuntimeError(
          (std::string("Cannot change state of ") + to_string(phase_) + " Timeout").c_str());
    when_ = when;
    handle_.cancel();
    handle_ = {};
    if (!when)
      return;
    EventLoop &loop = get_running_loop();
    const auto expire = [this] {
      phase_ = Phase::expiring;
      task_.cancel();
    };
    handle_ = *when <= loop.time() ? loop.call_soon(expire) : loop.call_at(*when, expire);
  }

  void exit(const std::exception_ptr &exception) {
    handle_.cancel();
    const AnyTask task = std::exchange(task_, {});
    if (phase_ != Phase::expiring) {
      phase_ = Phase::exited;
      return;
    }
    phase_ = Phase::expired;
    // If nobody else has cancelled the task.
    if (task.uncancel() <= cancelling_ && detail::is_cancelled_error(exception))
      throw TimeoutError("");
  }

  std::optional<double> when() const { return when_; }
  bool expired() const { return phase_ == Phase::expiring || phase_ == Phase::expired; }

  Text repr() const {
    std::string text = std::string("<Timeout [") + to_string(phase_) + "]";
    if (phase_ == Phase::entered) {
      char number[64] = "None";
      if (when_)
        std::snprintf(number, sizeof number, "%.3f", *when_);
      text += std::string(" when=") + number;
    }
    return (text + ">").c_str();
  }

private:
  Phase phase_ = Phase::created;
  std::optional<double> when_;
  Handle handle_;
  AnyTask task_;
  /// How often the task had been cancelled already.
  int cancelling_ = 0;
};

using StateRef = detail::Ref<detail::RefCounted>;

TimeoutState &state(const StateRef &ref) { return static_cast<TimeoutState &>(*ref); }

Coroutine<void> exit_timeout(StateRef ref, std::exception_ptr exception) {
  state(ref).exit(exception);
  co_return;
}

Coroutine<Timeout> enter_timeout(Timeout timeout, StateRef ref) {
  state(ref).enter();
  co_return timeout;
}

} // namespace

std::optional<double> Timeout::when() const { return state(state_).when(); }
void Timeout::reschedule(std::optional<double> when) const { state(state_).reschedule(when); }
bool Timeout::expired() const { return state(state_).expired(); }
Text Timeout::repr() const { return state(state_).repr(); }
Coroutine<Timeout> Timeout::enter() const { return enter_timeout(*this, state_); }
Coroutine<void> Timeout::exit(std::exception_ptr exception) const {
  return exit_timeout(state_, std::move(exception));
}

Timeout timeout(std::optional<Duration> delay) {
  EventLoop &loop = get_running_loop();
  if (!delay)
    return timeout_at({});
  return timeout_at(loop.time() + delay->seconds());
}

Timeout timeout_at(std::optional<double> when) { return Timeout(StateRef(new TimeoutState(when))); }

} // namespace aio
