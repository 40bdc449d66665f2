// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// What blocks the thread, in a coroutine and elsewhere.
#include <adaptor.h>

#include <chrono>
#include <thread>

void backOff() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

lib::Lazy<void> retry() {
  std::this_thread::sleep_for(std::chrono::seconds(1));  // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks
  backOff();                                             // expect: async-blocking-call: backOff' blocks
  std::thread([] { std::this_thread::sleep_for(std::chrono::seconds(1)); }).detach();
  co_return;
}

void plain() { backOff(); }
