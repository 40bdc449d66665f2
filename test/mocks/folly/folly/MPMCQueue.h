// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <atomic>
#include <cstddef>

namespace folly {

namespace detail {
template <class T> class MPMCQueueBase;
template <template <class, template <class> class> class Derived, class T,
          template <class> class Atom>
class MPMCQueueBase<Derived<T, Atom>> {
public:
  explicit MPMCQueueBase(std::size_t capacity);
  template <class... Args> void blockingWrite(Args &&...args) noexcept;
  template <class... Args> bool write(Args &&...args) noexcept;
  void blockingRead(T &element) noexcept;
  bool read(T &element) noexcept;
};
} // namespace detail

template <class T, template <class> class Atom = std::atomic>
class MPMCQueue : public detail::MPMCQueueBase<MPMCQueue<T, Atom>> {
public:
  using detail::MPMCQueueBase<MPMCQueue<T, Atom>>::MPMCQueueBase;
};

} // namespace folly
