// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coroutines that are resumed by hand run on whatever thread does so.
#include <coro/sync_wait.hpp>
#include <coro/task.hpp>
#include <coro/thread_pool.hpp>

#include <thread>

using namespace std::chrono_literals;

void resumedHere() {
  auto work = []() -> coro::task<void> {
    std::this_thread::sleep_for(1ms);
    co_return;
  }();
  work.resume();
}

void resumedElsewhere(std::coroutine_handle<> &next) {
  auto slow = []() -> coro::task<int> {
    std::this_thread::sleep_for(1ms);
    co_return 1;
  };
  auto work = slow();
  next = work.handle();
}

coro::task<void> awaitedToo() {
  auto slow = []() -> coro::task<int> {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
    co_return 1;
  };
  auto byHand = slow();
  byHand.resume();
  auto awaited = slow();
  co_await awaited;
}
