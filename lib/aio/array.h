// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

namespace aio {

/// A list that aio returns or keeps: owns its elements, one after the other in memory. It exists
/// so that no header of aio needs <vector>; anything that can be made from two iterators can be
/// made from it: `std::vector<aio::AnyTask> tasks = aio::all_tasks();`
template <class T> class Array {
public:
  using value_type = T;
  using iterator = T *;
  using const_iterator = const T *;

  Array() = default;
  template <class Iterator> Array(Iterator first, Iterator last) {
    for (; first != last; ++first)
      push_back(*first);
  }
  Array(const Array &other) : Array(other.begin(), other.end()) {}
  Array(Array &&other) noexcept
      : elements_(std::exchange(other.elements_, nullptr)), size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  Array &operator=(Array other) noexcept {
    std::swap(elements_, other.elements_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~Array() {
    while (size_ > 0)
      elements_[--size_].~T();
    release(elements_);
  }

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  T *begin() noexcept { return elements_; }
  T *end() noexcept { return elements_ + size_; }
  const T *begin() const noexcept { return elements_; }
  const T *end() const noexcept { return elements_ + size_; }
  /// index must be less than size().
  T &operator[](std::size_t index) noexcept { return elements_[index]; }
  const T &operator[](std::size_t index) const noexcept { return elements_[index]; }

  /// Invalidates iterators. T's moves must not throw.
  void push_back(T value) {
    if (size_ == capacity_)
      grow();
    new (elements_ + size_) T(std::move(value));
    ++size_;
  }

  template <class Container>
    requires(!std::is_same_v<Container, Array> &&
             std::is_constructible_v<Container, const T *, const T *>)
  operator Container() const {
    return Container(begin(), end());
  }

private:
  static constexpr std::align_val_t alignment{alignof(T)};
  static void release(T *elements) noexcept {
    ::operator delete(static_cast<void *>(elements), alignment);
  }

  void grow() {
    const std::size_t capacity = capacity_ ? 2 * capacity_ : 4;
    T *grown = static_cast<T *>(::operator new(capacity * sizeof(T), alignment));
    for (std::size_t i = 0; i < size_; ++i) {
      new (grown + i) T(std::move(elements_[i]));
      elements_[i].~T();
    }
    release(std::exchange(elements_, grown));
    capacity_ = capacity;
  }

  T *elements_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

} // namespace aio
