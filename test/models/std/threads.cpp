// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads run what they are given; whoever joins them waits.
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include <unistd.h>

#include "../../mocks/job.h"

Job work();

Job waits(std::thread &thread, std::jthread &joining) {
  thread.join(); // expect: async-blocking-wait: 'std::thread::join' blocks
  joining.join(); // expect: async-blocking-wait: 'std::jthread::join' blocks
  co_return;
}

void coroutines() {
  std::thread([] { return work(); }).detach(); // expect: async-void-callback: its body never runs
  std::jthread joining([] { return work(); }); // expect: async-void-callback: its body never runs
}

void once(std::once_flag &flag, std::stop_token stop) {
  std::call_once(flag, [] { return work(); }); // expect: async-void-callback: its body never runs
  std::stop_callback callback(stop, [] { return work(); }); // expect: async-void-callback: its body never runs
}

Job inlined(std::once_flag &flag) {
  std::call_once(flag, [] { sleep(1); }); // expect: async-blocking-call: blocks the event loop
  co_return;
}

// Several threads are what makes a pool.
struct Pool {
  Job schedule();
  std::vector<std::thread> threads;
};
struct JoiningPool {
  Job schedule();
  std::vector<std::jthread> threads;
};

thread_local int counter;

Job moved(Pool &pool) {
  int &count = counter;
  co_await pool.schedule();
  ++count; // expect: async-thread-affine-across-suspend: 'count' still refers to 'counter'
}

Job movedToo(JoiningPool &pool) {
  int &count = counter;
  co_await pool.schedule();
  ++count; // expect: async-thread-affine-across-suspend: 'count' still refers to 'counter'
}
