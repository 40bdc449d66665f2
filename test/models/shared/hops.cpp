// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy hop
// Blocking on a thread of a pool is what pools are for.
#include <adaptor.h>

#include <chrono>
#include <thread>

lib::Lazy<void> heavy(lib::Pool &pool) {
  std::this_thread::sleep_for(std::chrono::seconds(1));  // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks
  co_await LIB_HOP(pool);
  std::this_thread::sleep_for(std::chrono::seconds(1));
}
