// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coro/scheduler.hpp>
#include <coro/sync_wait.hpp>
#include <coro/task.hpp>

#include <cstdio>
#include <netdb.h>
#include <poll.h>
#include <thread>

using namespace std::chrono_literals;

coro::task<void> work();

coro::task<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await coro::scheduler::yield_for(...)
  co_return;
}

coro::task<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: use co_await coro::thread_pool::schedule(...)
  co_return;
}

coro::task<void> resolves() {
  gethostbyname("host"); // expect: async-blocking-call: blocks the event loop
                         // note: coro::net::dns::resolver::host_by_name(...)
  co_return;
}

coro::task<void> polls(pollfd *descriptors) {
  poll(descriptors, 1, 1000); // expect: async-blocking-call: blocks the event loop
                              // note: use co_await coro::scheduler::poll(...)
  co_return;
}

coro::task<void> waits(coro::scheduler &scheduler) {
  coro::sync_wait(work());        // expect: async-blocking-wait: blocks the event loop
                                  // note: co_await
  scheduler.process_events(10ms); // expect: async-blocking-wait: event loop
  co_return;
}

coro::task<void> onlyLooks(coro::scheduler &scheduler) {
  scheduler.process_events(0ms);
  co_return;
}

coro::task<void> onlyLooksToo(coro::scheduler &scheduler) {
  scheduler.process_events();
  co_return;
}

coro::task<void> endsPool(coro::thread_pool &pool) {
  pool.shutdown(); // expect: async-blocking-wait: thread
  co_return;
}

coro::task<void> endsScheduler(coro::scheduler &scheduler) {
  scheduler.shutdown(); // expect: async-blocking-wait: thread
  co_return;
}

coro::task<void> asksFirst(coro::task<void> task) {
  if (task.is_ready())
    coro::sync_wait(std::move(task));
  co_return;
}

int main() { coro::sync_wait(work()); }
