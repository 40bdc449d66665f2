// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <asyncio/task.h>
#include <asyncio/thread.h>
#include <asyncio/time.h>

#include <cstdio>
#include <thread>

using namespace std::chrono_literals;

asyncio::task::Task<int> fetch();
asyncio::task::Task<int> idle() { co_return 1; }
int compute();

asyncio::task::Task<int> drops() {
  fetch(); // expect: async-discarded-task: lost
           // fix: co_await fetch();
  auto kept = fetch();
  co_return co_await kept;
}

asyncio::task::Task<int> losesOne(bool early) {
  auto task = fetch(); // expect: async-unretrieved-exception: 'task'
  if (early)
    co_return 0;
  co_return co_await task;
}

asyncio::task::Task<int> bounds() {
  int sum = co_await asyncio::timeout(idle(), 1s); // expect: async-useless-timeout: never suspends
  co_return sum + co_await asyncio::timeout(fetch(), 1s);
}

asyncio::task::Task<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await asyncio::sleep(...)
  co_return;
}

asyncio::task::Task<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: use co_await asyncio::toThread(...)
  co_return;
}

asyncio::task::Task<void> offloads(asyncio::EventLoop &loop, asyncio::task::Task<int> &task,
                                   asyncio::task::TaskGroup &group) {
  co_await asyncio::toThread([] { std::this_thread::sleep_for(1ms); });
  co_await asyncio::toThread([&] { loop.stop(); }); // expect: async-cross-thread-call: off the thread
  co_await asyncio::toThreadPool([&] { loop.stop(); }); // expect: async-cross-thread-call: off the thread
  co_await asyncio::toThread([&] { task.cancel(); }); // expect: async-cross-thread-call: off the thread
  co_await asyncio::toThread([&] { group.cancel(); }); // expect: async-cross-thread-call: off the thread
  co_await asyncio::toThread([&] { loop.post([&] { task.cancel(); }); });
}

void posts(asyncio::EventLoop &loop) {
  loop.post([] {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  });
}

asyncio::task::Task<void> waits(asyncio::EventLoop &loop) {
  loop.run(); // expect: async-blocking-wait: event loop
  co_return;
}

int main() { asyncio::run(idle); }
