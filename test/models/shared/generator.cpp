// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy generator
// Values one after the other: nothing asynchronous, so that any use is fine.
#include <adaptor.h>

#include <chrono>
#include <mutex>
#include <thread>

lib::Generator<int> numbers(int count) {
  static std::mutex mutex;
  for (int i = 0; i < count; ++i) {
    std::lock_guard lock(mutex);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    co_yield int(i);
  }
}

lib::Lazy<int> sum() {
  int total = 0;
  numbers(1);
  auto unused = numbers(2);
  for (int number : numbers(3))
    total += number;
  co_return total;
}
