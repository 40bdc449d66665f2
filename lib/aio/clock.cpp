// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/clock.h>

#include <aio/poller.h>

#include <algorithm>

namespace aio::detail {
namespace {

const Clock steady;

/// Within that many seconds of true time, what one end of a connection wrote is read by the
/// other end, if both are in this process.
constexpr double longest_way = 0.02;

} // namespace

double Clock::time() const { return Poller::time(); }

void Clock::wait(Poller &poller, std::optional<double> deadline, bool) {
  if (deadline && *deadline > now)
    poller.wait(*deadline - time());
  else if (deadline)
    poller.wait(0);
  else
    poller.wait(std::nullopt);
}

void VirtualTime::wait(Poller &poller, std::optional<double> deadline, bool busy) {
  if (!deadline) {
    poller.wait(std::nullopt);
    return;
  }
  const double seconds = *deadline - now_;
  if (seconds <= 0) {
    poller.wait(0);
    return;
  }
  const Poller::Outside outside = poller.outside();
  if (busy || outside == Poller::Outside::work) {
    // What others do takes the time that it takes; timers run meanwhile.
    const double begin = steady.time();
    if (poller.wait(seconds))
      now_ += std::min(steady.time() - begin, seconds);
    else
      now_ = *deadline;
    return;
  }
  const bool input = outside == Poller::Outside::input;
  if (!poller.wait(input ? std::min(seconds, longest_way) : 0) || !input)
    now_ = *deadline;
}

} // namespace aio::detail
