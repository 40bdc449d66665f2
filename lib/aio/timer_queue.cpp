// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/timer_queue.h>

#include <algorithm>

namespace aio::detail {
namespace {

/// Cancelled timers are removed from the heap when there are more timers than this and the
/// cancelled ones are more than that part of them. asyncio's numbers.
constexpr std::size_t min_timers_to_compact = 100;
constexpr double cancelled_timers_fraction = 0.5;

bool later(const Ref<HandleState> &a, const Ref<HandleState> &b) {
  return a->when != b->when ? a->when > b->when : a->number > b->number;
}

} // namespace

void TimerQueue::push(Ref<HandleState> timer) {
  timer->in_timers = true;
  timers_.push_back(std::move(timer));
  std::push_heap(timers_.begin(), timers_.end(), later);
}

Ref<HandleState> TimerQueue::pop_due(double now) {
  if (timers_.empty() || timers_.front()->when > now)
    return {};
  return pop();
}

std::optional<double> TimerQueue::next() {
  drop_cancelled();
  if (timers_.empty())
    return std::nullopt;
  return timers_.front()->when;
}

std::vector<Ref<HandleState>> TimerQueue::take_all() {
  for (const Ref<HandleState> &timer : timers_)
    timer->in_timers = false;
  cancelled_ = 0;
  return std::exchange(timers_, {});
}

Ref<HandleState> TimerQueue::pop() {
  std::pop_heap(timers_.begin(), timers_.end(), later);
  Ref<HandleState> timer = std::move(timers_.back());
  timers_.pop_back();
  timer->in_timers = false;
  if (timer->cancelled())
    --cancelled_;
  return timer;
}

void TimerQueue::drop_cancelled() {
  if (timers_.size() > min_timers_to_compact &&
      cancelled_ > cancelled_timers_fraction * timers_.size()) {
    std::erase_if(timers_, [](const Ref<HandleState> &timer) {
      timer->in_timers = !timer->cancelled();
      return timer->cancelled();
    });
    std::make_heap(timers_.begin(), timers_.end(), later);
    cancelled_ = 0;
    return;
  }
  while (!timers_.empty() && timers_.front()->cancelled())
    pop();
}

} // namespace aio::detail
