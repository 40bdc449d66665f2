// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
#include <async_simple/Future.h>
#include <async_simple/coro/Dispatch.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Mutex.h>
#include <async_simple/coro/SyncAwait.h>

#include <cstdio>
#include <mutex>
#include <thread>

using namespace async_simple;
using namespace async_simple::coro;
using namespace std::chrono_literals;

thread_local int counter;

Lazy<int> fetch();
Future<int> begin();

Lazy<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await async_simple::coro::sleep(...)
  co_return;
}

Lazy<void> locks(std::mutex &mutex) {
  mutex.lock(); // expect: async-blocking-call: blocks the event loop
                // note: use co_await async_simple::coro::Mutex::coScopedLock()
  mutex.unlock();
  co_return;
}

Lazy<void> holds(Mutex &mutex) {
  auto lock = co_await mutex.coScopedLock();
  co_await fetch();
}

Lazy<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: use co_await async_simple::coro::dispatch(...)
  co_return;
}

Lazy<void> waits() {
  syncAwait(fetch()); // expect: async-blocking-wait: blocks the event loop
                      // note: co_await
  begin().get();      // expect: async-blocking-wait: blocks the event loop
                      // note: co_await the future
  co_return;
}

Lazy<void> waitsFirst() {
  auto future = begin();
  future.wait(); // expect: async-blocking-wait: blocks the event loop
  co_await std::move(future);
}

Lazy<int> asksFirst() {
  auto future = begin();
  if (future.hasResult())
    co_return std::move(future).get();
  co_return co_await std::move(future);
}

Lazy<void> goesTo(Executor *executor) {
  int &mine = counter;
  co_await dispatch(executor);
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

int main() { return syncAwait(fetch()); }
