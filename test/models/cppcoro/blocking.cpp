// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppcoro/io_service.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>

#include <cstdio>
#include <netdb.h>
#include <poll.h>
#include <thread>

using namespace std::chrono_literals;

cppcoro::task<void> work();

cppcoro::task<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await cppcoro::io_service::schedule_after(...)
  co_return;
}

cppcoro::task<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: cppcoro::read_only_file
  co_return;
}

cppcoro::task<void> resolves() {
  gethostbyname("host"); // expect: async-blocking-call: blocks the event loop
                         // note: use co_await cppcoro::schedule_on(...)
  co_return;
}

cppcoro::task<void> polls(pollfd *descriptors) {
  poll(descriptors, 1, 1000); // expect: async-blocking-call: blocks the event loop
                              // note: cppcoro::net::socket
  co_return;
}

cppcoro::task<void> waits(cppcoro::io_service &service) {
  cppcoro::sync_wait(work()); // expect: async-blocking-wait: blocks the event loop
                              // note: co_await
  service.process_pending_events();
  service.process_events(); // a thread lends itself to the loop: how tests and servers run it
  co_return;
}

cppcoro::task<void> waitsOnce(cppcoro::io_service &service) {
  service.process_one_event();
  co_return;
}

cppcoro::task<void> asksFirst(cppcoro::task<void> task, cppcoro::shared_task<void> shared) {
  if (task.is_ready())
    cppcoro::sync_wait(task);
  if (shared.is_ready())
    cppcoro::sync_wait(shared);
  co_return;
}

int main() { cppcoro::sync_wait(work()); }
