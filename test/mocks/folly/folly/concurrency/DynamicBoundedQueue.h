// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace folly {

template <class T, bool SingleProducer, bool SingleConsumer, bool MayBlock>
class DynamicBoundedQueue {
public:
  void enqueue(T value);
  void dequeue(T &item);
  bool try_enqueue(T value);
  bool try_dequeue(T &item);
};

} // namespace folly
