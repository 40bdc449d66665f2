// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <asyncio/runner.h>

#include <thread>

using namespace std::chrono_literals;

asyncio::Task<int> fetch();
void serve(asyncio::EventLoop &loop);
asyncio::Task<int> idle() { co_return 1; }
asyncio::Task<int> patient() {
  co_await asyncio::sleep(1ms);
  co_return 1;
}

asyncio::Task<> drops(asyncio::EventLoop &loop) {
  fetch();                         // expect: async-unawaited-coroutine: never runs
                                   // fix: co_await fetch();
  loop.wait_event(1);              // expect: async-unawaited-coroutine: never awaited
                                   // fix: co_await loop.wait_event(1);
  asyncio::schedule_task(fetch()); // expect: async-discarded-task: is dropped
                                   // fix: co_await asyncio::schedule_task(fetch());
  asyncio::sleep(1ms);             // expect: async-unawaited-coroutine: never awaited
                                   // fix: co_await asyncio::sleep(1ms);
  co_await asyncio::sleep(1ms);
}

asyncio::Task<int> awaitsCancelled() {
  auto task = asyncio::schedule_task(fetch());
  task.cancel();
  co_return co_await task; // expect: async-double-await: 'task'
}

asyncio::Task<int> bounds() {
  int sum = co_await asyncio::wait_for(idle(), 1s); // expect: async-useless-timeout: never suspends
  co_return sum + co_await asyncio::wait_for(patient(), 1s);
}

asyncio::Task<> waits(asyncio::EventLoop &loop) {
  asyncio::run(fetch()); // expect: async-blocking-wait: event loop
                         // note: co_await
  loop.run_until_complete(); // expect: async-blocking-wait: event loop
  co_return;
}

asyncio::Task<> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await asyncio::sleep(...)
  co_return;
}

asyncio::Task<> goesToLoop(asyncio::EventLoop &loop, asyncio::Handle &handle) {
  std::thread([&] { loop.call_soon(handle); }).detach();     // expect: async-cross-thread-call: off the thread
  std::thread([&] { loop.call_later(1ms, handle); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] { loop.cancel_handle(handle); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([] { auto task = asyncio::schedule_task(fetch()); }).detach(); // expect: async-cross-thread-call: off the thread
  std::thread([&] {
    serve(loop);
    loop.call_soon(handle);
  }).detach();
  co_return;
}

int main() { return asyncio::run(fetch()); }
