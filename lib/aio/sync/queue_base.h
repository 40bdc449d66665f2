// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>

#include <cstddef>

namespace aio {

namespace detail {

/// One thing in a queue. The queues know its type, so that QueueBase need not.
struct QueueItem {
  virtual ~QueueItem() = default;
  /// Counts up with every put.
  unsigned long long number = 0;
};

enum class QueueOrder : unsigned char { first_in, last_in, priority };

} // namespace detail

/// What the queues have in common. Copies are the same queue. Belongs to the thread of its loop;
/// the first call that has to wait ties it to a loop, and on another one that throws
/// RuntimeError.
class QueueBase {
public:
  std::size_t qsize() const;
  bool empty() const;
  /// Never without a limit.
  bool full() const;
  /// 0 or less: no limit.
  int maxsize() const;

  /// One item that was got is dealt with. Throws ValueError if there have been fewer.
  void task_done() const;
  /// Until every item that was put is dealt with.
  Coroutine<void> join() const { return join(state_); }

  Text repr() const;
  friend bool operator==(const QueueBase &a, const QueueBase &b) noexcept {
    return a.state_.get() == b.state_.get();
  }

protected:
  using State = detail::Ref<detail::RefCounted>;
  using Item = detail::QueueItem;
  /// before: which of two items comes first; only for priority.
  QueueBase(detail::QueueOrder order, int maxsize, bool (*before)(const Item &, const Item &));

  const State &state() const noexcept { return state_; }
  /// Throws QueueFull.
  static void check_room(const State &state);
  /// Takes the item over.
  static void push(const State &state, Item *item);
  /// The item is the caller's now. Throws QueueEmpty.
  static Item *pop(const State &state);
  static Coroutine<void> wait_for_room(State state);
  static Coroutine<void> wait_for_item(State state);

private:
  static Coroutine<void> join(State state);

  State state_;
};

} // namespace aio
