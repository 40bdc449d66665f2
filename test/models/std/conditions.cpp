// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waiting for other threads, one way or another.
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <thread>

#include "../../mocks/job.h"

using namespace std::chrono_literals;

Job sleeps() {
  std::this_thread::sleep_for(1s); // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks
  std::this_thread::sleep_for(0s);
  std::this_thread::sleep_until(std::chrono::steady_clock::now() + 1s); // expect: async-blocking-call: 'std::this_thread::sleep_until' blocks
  std::this_thread::yield();
  co_return;
}

Job conditions(std::unique_lock<std::mutex> &lock, std::condition_variable &one,
               std::condition_variable_any &any) {
  one.wait(lock); // expect: async-blocking-call: 'std::condition_variable::wait' blocks
  any.wait(lock); // expect: async-blocking-call: blocks the event loop
  one.wait_for(lock, 1s); // expect: async-blocking-call: blocks the event loop
  any.wait_for(lock, 1s); // expect: async-blocking-call: blocks the event loop
  one.wait_for(lock, 0s);
  any.wait_for(lock, 0s);
  one.wait_until(lock, std::chrono::steady_clock::now()); // expect: async-blocking-call: blocks the event loop
  any.wait_until(lock, std::chrono::steady_clock::now()); // expect: async-blocking-call: blocks the event loop
  one.notify_one();
  co_return;
}

Job phases(std::latch &latch, std::barrier<> &barrier) {
  latch.count_down();
  latch.wait(); // expect: async-blocking-call: 'std::latch::wait' blocks
  latch.arrive_and_wait(); // expect: async-blocking-call: 'std::latch::arrive_and_wait' blocks
  barrier.wait(barrier.arrive()); // expect: async-blocking-call: blocks the event loop
  barrier.arrive_and_wait(); // expect: async-blocking-call: blocks the event loop
  co_return;
}

Job atomics(std::atomic<int> &number, std::atomic<int *> &pointer, std::atomic<double> &real,
            std::atomic_ref<int> reference, std::atomic_flag &flag) {
  number.wait(1); // expect: async-blocking-call: blocks the event loop
  pointer.wait(nullptr); // expect: async-blocking-call: blocks the event loop
  real.wait(1); // expect: async-blocking-call: blocks the event loop
  reference.wait(1); // expect: async-blocking-call: blocks the event loop
  flag.wait(true); // expect: async-blocking-call: blocks the event loop
  std::atomic_wait(&number, 1); // expect: async-blocking-call: blocks the event loop
  std::atomic_wait_explicit(&number, 1, std::memory_order_relaxed); // expect: async-blocking-call: blocks the event loop
  number.load();
  co_return;
}
