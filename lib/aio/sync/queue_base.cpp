// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sync/queue_base.h>

#include <aio/sync/event.h>
#include <aio/sync/queue.h>
#include <aio/sync/waiters.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <memory>

namespace aio {
namespace {

using detail::QueueItem;
using detail::QueueOrder;

/// Invariant: whoever makes room or brings an item wakes the first who waits for that; one who
/// cannot take it any more wakes the next.
class QueueState final : public detail::RefCounted {
public:
  using Before = bool (*)(const QueueItem &, const QueueItem &);

  QueueState(QueueOrder order, int maxsize, Before before)
      : maxsize(maxsize), order_(order), later_{before} {
    all_done.set();
  }

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }
  bool full() const { return maxsize > 0 && size() >= static_cast<std::size_t>(maxsize); }

  void push(std::unique_ptr<QueueItem> item) {
    item->number = ++puts_;
    items_.push_back(std::move(item));
    if (order_ == QueueOrder::priority)
      std::push_heap(items_.begin(), items_.end(), later_);
    ++unfinished;
    all_done.clear();
    getters.wake(1);
  }

  std::unique_ptr<QueueItem> pop() {
    if (order_ == QueueOrder::priority)
      std::pop_heap(items_.begin(), items_.end(), later_);
    const bool from_front = order_ == QueueOrder::first_in;
    std::unique_ptr<QueueItem> item = std::move(from_front ? items_.front() : items_.back());
    if (from_front)
      items_.pop_front();
    else
      items_.pop_back();
    putters.wake(1);
    return item;
  }

  Text repr() const {
    static constexpr const char *names[] = {"Queue", "LifoQueue", "PriorityQueue"};
    char head[64];
    std::snprintf(head, sizeof head, "<aio::%s at %p maxsize=%d", names[static_cast<int>(order_)],
                  static_cast<const void *>(this), maxsize);
    std::string text = head;
    const auto add = [&text](const char *what, std::size_t count, const char *end) {
      if (count > 0)
        text += what + std::to_string(count) + end;
    };
    add(" _queue[", size(), "]");
    add(" _getters[", getters.size(), "]");
    add(" _putters[", putters.size(), "]");
    add(" tasks=", unfinished, "");
    return (text + ">").c_str();
  }

  const int maxsize;
  std::size_t unfinished = 0;
  const Event all_done;
  detail::Waiters getters;
  detail::Waiters putters;
  detail::LoopBinding binding;

private:
  /// As the heap functions of std want it, whose first item is the last by their order.
  struct Later {
    Before before;
    bool operator()(const std::unique_ptr<QueueItem> &a,
                    const std::unique_ptr<QueueItem> &b) const {
      return before(*b, *a);
    }
  };

  const QueueOrder order_;
  const Later later_;
  unsigned long long puts_ = 0;
  /// A heap if the order is by priority.
  std::deque<std::unique_ptr<QueueItem>> items_;
};

QueueState &state_of(const detail::Ref<detail::RefCounted> &state) {
  return static_cast<QueueState &>(*state);
}

} // namespace

QueueBase::QueueBase(QueueOrder order, int maxsize, bool (*before)(const Item &, const Item &))
    : state_(new QueueState(order, maxsize, before)) {}

std::size_t QueueBase::qsize() const { return state_of(state_).size(); }
bool QueueBase::empty() const { return state_of(state_).empty(); }
bool QueueBase::full() const { return state_of(state_).full(); }
int QueueBase::maxsize() const { return state_of(state_).maxsize; }
Text QueueBase::repr() const { return state_of(state_).repr(); }

void QueueBase::check_room(const State &state) {
  if (state_of(state).full())
    throw QueueFull();
}

void QueueBase::push(const State &state, Item *item) {
  state_of(state).push(std::unique_ptr<Item>(item));
}

QueueItem *QueueBase::pop(const State &state) {
  if (state_of(state).empty())
    throw QueueEmpty();
  return state_of(state).pop().release();
}

Coroutine<void> QueueBase::wait_for_room(State state) {
  QueueState &self = state_of(state);
  while (self.full()) {
    const Future<void> room = self.binding.create_future(self);
    try {
      const detail::Waiters::Entry entry(self.putters, room);
      co_await room;
    } catch (...) {
      if (!self.full() && !room.cancelled())
        self.putters.wake(1);
      throw;
    }
  }
}

Coroutine<void> QueueBase::wait_for_item(State state) {
  QueueState &self = state_of(state);
  while (self.empty()) {
    const Future<void> item = self.binding.create_future(self);
    try {
      const detail::Waiters::Entry entry(self.getters, item);
      co_await item;
    } catch (...) {
      if (!self.empty() && !item.cancelled())
        self.getters.wake(1);
      throw;
    }
  }
}

void QueueBase::task_done() const {
  QueueState &self = state_of(state_);
  if (self.unfinished == 0)
    throw ValueError("task_done() called too many times");
  if (--self.unfinished == 0)
    self.all_done.set();
}

Coroutine<void> QueueBase::join(State state) {
  if (state_of(state).unfinished > 0)
    co_await state_of(state).all_done.wait();
}

} // namespace aio
