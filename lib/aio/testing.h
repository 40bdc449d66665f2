// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/duration.h>

#include <optional>

namespace aio {
class EventLoop;
namespace detail {
class VirtualTime;
}
} // namespace aio

/// For tests of programs, and of aio itself: exact time, other orders, proofs that nothing leaks.
namespace aio::testing {

/// Makes a loop's time virtual for the rest of its life. It begins at 0 and stands still while
/// callbacks run. When nothing is ready, it jumps to the next timer, so that no test waits; but
/// while something from outside is to come (work in threads, requests, the end of a process),
/// the loop waits for that, and as much time passes as truly does. An open connection gets 20
/// ms of true time to bring something before each jump. Threads that aio did not start go
/// unseen: with them, timers may come early.
///
/// A handle, to be used on the loop's thread and not after the end of the loop. Throws
/// RuntimeError if timers wait already.
class VirtualClock {
public:
  explicit VirtualClock(EventLoop &loop);
  /// Lets time pass, as a call that blocks does.
  void advance(Duration duration) const;

private:
  detail::VirtualTime *time_;
};

/// Runs what is ready in another order for each seed; the environment variable AIO_SHUFFLE does
/// that to every loop, with its number, or with a number that it prints if it is "random".
/// What programs may rely on stays as it is:
/// - nothing moves to another turn of the loop;
/// - callbacks that the same callback, or the same step of a task, has scheduled for the same
///   turn or the same time run in the order of the calls;
/// - timers of different times run in the order of time;
/// - what comes from outside (input, signals, other threads) runs in the order of its coming.
/// So only what different tasks and callbacks scheduled changes its places.
void shuffle_ready(EventLoop &loop, unsigned long long seed);
/// The seed of AIO_SHUFFLE, if that is set.
std::optional<unsigned long long> shuffle_seed();

/// Coroutine frames that exist, in the whole process.
long live_coroutines() noexcept;
/// Futures and tasks that exist, in the whole process.
long live_futures() noexcept;
/// Callbacks that are scheduled or whose handles are kept, in the whole process.
long live_handles() noexcept;
/// Transports, servers and processes that are open or whose handles are kept, likewise.
long live_transports() noexcept;

} // namespace aio::testing
