// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/handle_state.h>

#include <optional>
#include <vector>

namespace aio::detail {

/// The callbacks that wait for their time, those of the same time in the order of their numbers.
class TimerQueue {
public:
  bool empty() const noexcept { return timers_.empty(); }
  void push(Ref<HandleState> timer);
  /// The earliest one that is due, or null. It may be cancelled.
  Ref<HandleState> pop_due(double now);
  /// When the earliest one that is not cancelled is due.
  std::optional<double> next();
  /// Of one that is in the queue.
  void timer_cancelled() noexcept { ++cancelled_; }
  std::vector<Ref<HandleState>> take_all();

private:
  void drop_cancelled();
  Ref<HandleState> pop();

  /// A heap, the earliest first.
  std::vector<Ref<HandleState>> timers_;
  std::size_t cancelled_ = 0;
};

} // namespace aio::detail
