// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/sync/queue_base.h>

namespace aio {

/// get_nowait() found nothing.
class QueueEmpty : public Error {
public:
  QueueEmpty() : Error("") {}
};

/// put_nowait() found no room.
class QueueFull : public Error {
public:
  QueueFull() : Error("") {}
};

/// Hands items from task to task, first in, first out, and so do those who wait. T need not be
/// copyable.
template <class T> class Queue : public QueueBase {
public:
  /// maxsize 0 or less: no limit.
  explicit Queue(int maxsize = 0) : Queue(detail::QueueOrder::first_in, maxsize, nullptr) {}

  /// Waits while the queue is full.
  Coroutine<void> put(T item) const { return put(state(), std::move(item)); }
  /// Throws QueueFull, and then keeps nothing.
  void put_nowait(T item) const {
    check_room(state());
    push(state(), new Holder(std::move(item)));
  }
  /// Waits while the queue is empty.
  Coroutine<T> get() const { return get(state()); }
  /// Throws QueueEmpty.
  T get_nowait() const { return take(state()); }

protected:
  Queue(detail::QueueOrder order, int maxsize, bool (*before)(const Item &, const Item &))
      : QueueBase(order, maxsize, before) {}

  static const T &value_of(const Item &item) { return static_cast<const Holder &>(item).value; }

private:
  struct Holder final : Item {
    explicit Holder(T value) : value(std::move(value)) {}
    T value;
  };

  static T take(const State &state) {
    struct Owner {
      ~Owner() { delete holder; }
      Holder *holder;
    } owner{static_cast<Holder *>(pop(state))};
    return std::move(owner.holder->value);
  }
  static Coroutine<void> put(State state, T item) {
    co_await wait_for_room(state);
    push(state, new Holder(std::move(item)));
  }
  static Coroutine<T> get(State state) {
    co_await wait_for_item(state);
    co_return take(state);
  }
};

/// Last in, first out.
template <class T> class LifoQueue : public Queue<T> {
public:
  explicit LifoQueue(int maxsize = 0) : Queue<T>(detail::QueueOrder::last_in, maxsize, nullptr) {}
};

/// The smallest first, by operator<; of equal ones the one that was put first.
template <class T> class PriorityQueue : public Queue<T> {
public:
  explicit PriorityQueue(int maxsize = 0)
      : Queue<T>(detail::QueueOrder::priority, maxsize, &before) {}

private:
  static bool before(const detail::QueueItem &a, const detail::QueueItem &b) {
    if (Queue<T>::value_of(a) < Queue<T>::value_of(b))
      return true;
    return !(Queue<T>::value_of(b) < Queue<T>::value_of(a)) && a.number < b.number;
  }
};

} // namespace aio
