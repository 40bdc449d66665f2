// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// A blocking lock that is held across a suspension.
#include <adaptor.h>

#include <mutex>

lib::Lazy<int> fetch() { co_return 1; }

lib::Lazy<void> held(std::mutex &mutex, int &total) {
  std::lock_guard lock(mutex);
  total += co_await fetch();  // expect: async-lock-across-suspend: 'lock'
}

lib::Lazy<void> brief(std::mutex &mutex, int &total) {
  int next = co_await fetch();
  std::lock_guard lock(mutex);
  total += next;
}
