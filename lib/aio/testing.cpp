// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/testing.h>

#include <aio/counters.h>
#include <aio/loop_state.h>

#include <atomic>

namespace aio {
namespace {

std::atomic<long> coroutines = 0;
std::atomic<long> futures = 0;
std::atomic<long> handles = 0;
std::atomic<long> transports = 0;

} // namespace

testing::VirtualClock::VirtualClock(EventLoop &loop) {
  auto time = std::make_unique<detail::VirtualTime>();
  time_ = time.get();
  detail::loop_state(loop).set_clock(std::move(time));
}

void testing::VirtualClock::advance(Duration duration) const { time_->advance(duration.seconds()); }

void testing::shuffle_ready(EventLoop &loop, unsigned long long seed) {
  detail::loop_state(loop).shuffle_ready(seed);
}

std::optional<unsigned long long> testing::shuffle_seed() {
  return detail::shuffle_seed_of_environment();
}

long testing::live_coroutines() noexcept { return coroutines.load(); }
long testing::live_futures() noexcept { return futures.load(); }
long testing::live_handles() noexcept { return handles.load(); }
long testing::live_transports() noexcept { return transports.load(); }
void detail::count_coroutine(long change) noexcept { coroutines += change; }
void detail::count_future(long change) noexcept { futures += change; }
void detail::count_handle(long change) noexcept { handles += change; }
void detail::count_transport(long change) noexcept { transports += change; }

} // namespace aio
