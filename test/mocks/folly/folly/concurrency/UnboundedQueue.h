// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace folly {

template <class T, bool SingleProducer, bool SingleConsumer, bool MayBlock> class UnboundedQueue {
public:
  void enqueue(T value);
  void dequeue(T &item) noexcept;
  T dequeue() noexcept;
  bool try_dequeue(T &item) noexcept;
  template <class Rep, class Period>
  bool try_dequeue_for(T &item, const std::chrono::duration<Rep, Period> &timeout) noexcept;
};

template <class T, bool MayBlock> using UMPSCQueue = UnboundedQueue<T, false, true, MayBlock>;

} // namespace folly
