// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Futures, promises and what makes them.
#include <chrono>
#include <future>
#include <vector>

#include "../../mocks/job.h"

using namespace std::chrono_literals;

int work();
Job job();

Job waits(std::future<int> a, std::future<int> b, std::shared_future<int> c, std::future<int> d) {
  a.get(); // expect: async-blocking-wait: blocks the event loop
  b.wait(); // expect: async-blocking-wait: blocks the event loop
  c.get(); // expect: async-blocking-wait: blocks the event loop
  d.wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

Job deadlines(std::future<int> a, std::future<int> b, std::future<int> c) {
  a.wait_until(std::chrono::steady_clock::now() + 1s); // expect: async-blocking-wait: blocks the event loop
  b.wait_for(0s);
  if (c.wait_for(0s) == std::future_status::ready)
    c.get();
  co_return;
}

Job asked(std::future<int> a) {
  if (a.wait_until(std::chrono::steady_clock::time_point()) == std::future_status::ready) // expect: async-blocking-wait: blocks the event loop
    a.get();
  co_return;
}

int twice(std::future<int> future) {
  int first = future.get();
  return first + future.get(); // expect: async-double-await: 'future' is used again
}

int shared(std::future<int> future) {
  std::shared_future<int> all = future.share();
  return all.get() + all.get() + future.get(); // expect: async-double-await: 'future' is used again
}

void dropped() {
  std::packaged_task<int()> task(work);
  auto future = task.get_future(); // expect: async-unawaited-coroutine: 'future', which is never awaited
  task();
}

std::shared_future<int> whole();
void forgotten() {
  auto all = whole(); // expect: async-unawaited-coroutine: 'all', which is never awaited
}

void nested() {
  auto future = std::async(job); // expect: async-nested-task: the result of 'std::async' is a coroutine of its own
  future.wait();
  std::packaged_task<Job()> task(job); // expect: async-nested-task: is a coroutine of its own
  task();
}
