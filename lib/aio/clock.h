// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <optional>

namespace aio::detail {

class Poller;

/// How a loop's time passes: in seconds on a steady clock, unless a test sets another one.
class Clock {
public:
  /// A deadline that is past on every clock; saves busy loops from asking it.
  static constexpr double now = 0;

  virtual ~Clock() = default;
  virtual double time() const;
  /// Waits until something happens or until the deadline on this clock, without one for ever.
  /// busy: threads work for the loop.
  virtual void wait(Poller &poller, std::optional<double> deadline, bool busy);
};

/// Time that stands still and jumps, see testing::VirtualClock. Begins at 0.
class VirtualTime final : public Clock {
public:
  double time() const override { return now_; }
  void wait(Poller &poller, std::optional<double> deadline, bool busy) override;
  void advance(double seconds) { now_ += seconds; }

private:
  double now_ = 0;
};

} // namespace aio::detail
