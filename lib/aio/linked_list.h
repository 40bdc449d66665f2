// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace aio::detail {

/// A base of what may be in one LinkedList.
template <class T> class Linked {
public:
  Linked &operator=(const Linked &) = delete;

private:
  friend T;
  Linked() = default;
  Linked(const Linked &) = delete;

  template <class> friend class LinkedList;
  T *previous_ = nullptr;
  T *next_ = nullptr;
  bool linked_ = false;
};

/// A list in the order of adding, which owns nothing and allocates nothing.
template <class T> class LinkedList {
public:
  T *first() const noexcept { return first_; }
  T *next(const Linked<T> &element) const noexcept { return element.next_; }
  static T *next(const T &element) noexcept {
    return static_cast<const Linked<T> &>(element).next_;
  }

  /// Does nothing if it is in the list already.
  void add(T &element) noexcept {
    Linked<T> &links = element;
    if (links.linked_)
      return;
    links.linked_ = true;
    links.previous_ = last_;
    (last_ ? static_cast<Linked<T> *>(last_)->next_ : first_) = &element;
    last_ = &element;
  }

  /// Does nothing if it is not in the list.
  void remove(T &element) noexcept {
    Linked<T> &links = element;
    if (!links.linked_)
      return;
    links.linked_ = false;
    (links.previous_ ? static_cast<Linked<T> *>(links.previous_)->next_ : first_) = links.next_;
    (links.next_ ? static_cast<Linked<T> *>(links.next_)->previous_ : last_) = links.previous_;
    links.previous_ = links.next_ = nullptr;
  }

private:
  T *first_ = nullptr;
  T *last_ = nullptr;
};

} // namespace aio::detail
