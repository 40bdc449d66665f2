// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The event base, what runs on it and what belongs to its thread.
#include <folly/coro/Task.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/EDFThreadPoolExecutor.h>
#include <folly/executors/ThreadedExecutor.h>
#include <folly/io/async/AsyncTimeout.h>
#include <folly/io/async/EventBase.h>

#include <thread>

using namespace folly;

void slow() { std::this_thread::sleep_for(std::chrono::seconds(1)); }
coro::Task<void> work() { co_return; }

void callbacks(EventBase &loop, Executor &any) {
  loop.runInEventBaseThread([] { slow(); });                 // expect: async-blocking-call: 'slow' blocks
  loop.runInEventBaseThreadAlwaysEnqueue([] { slow(); });    // expect: async-blocking-call: 'slow' blocks
  loop.runImmediatelyOrRunInEventBaseThread([] { slow(); }); // expect: async-blocking-call: 'slow' blocks
  loop.runInLoop([] { slow(); });                            // expect: async-blocking-call: 'slow' blocks
  loop.add([] { slow(); });                                  // expect: async-blocking-call: 'slow' blocks
  loop.runAfterDelay([] { slow(); }, 1);                     // expect: async-blocking-call: 'slow' blocks
  any.add([] { slow(); }); // wherever that runs
}

void dropped(Executor &any, CPUThreadPoolExecutor &pool) {
  any.add([] { return work(); });  // expect: async-void-callback: drops the
  any.addWithPriority([] { return work(); }, 1); // expect: async-void-callback: drops the
  pool.add([] { return work(); }); // expect: async-void-callback: drops the
}

void blocking(EventBase &loop, EventBase &other, EventBase &second, EventBase &third) {
  loop.runInEventBaseThread([&] {
    other.runInEventBaseThreadAndWait([] {}); // expect: async-blocking-call: runInEventBaseThreadAndWait' blocks
                                              // note: use runInEventBaseThread instead
    other.runImmediatelyOrRunInEventBaseThreadAndWait([] {}); // expect: async-blocking-call: AndWait' blocks
    other.waitUntilRunning(); // expect: async-blocking-call: waitUntilRunning' blocks
    other.loop();             // expect: async-blocking-wait: 'folly::EventBase::loop' runs an event loop inside
    second.loopOnce();        // expect: async-blocking-wait: 'folly::EventBase::loopOnce' runs an event loop inside
    third.loopForever();      // expect: async-blocking-wait: 'folly::EventBase::loopForever' runs an event loop inside
  });
}

void foreign(EventBase &loop, AsyncTimeout &timer, EventBase::LoopCallback &callback) {
  std::thread([&] {
    loop.runInLoop([] {});            // expect: async-cross-thread-call: 'folly::EventBase::runInLoop'
    loop.runBeforeLoop(&callback);    // expect: async-cross-thread-call: 'folly::EventBase::runBeforeLoop'
    loop.runAfterLoop(&callback);     // expect: async-cross-thread-call: 'folly::EventBase::runAfterLoop'
    loop.runAfterDelay([] {}, 1);     // expect: async-cross-thread-call: 'folly::TimeoutManager::runAfterDelay'
    timer.scheduleTimeout(1);         // expect: async-cross-thread-call: 'folly::AsyncTimeout::scheduleTimeout'
    timer.cancelTimeout();            // expect: async-cross-thread-call: 'folly::AsyncTimeout::cancelTimeout'
    loop.runInEventBaseThread([] {});
    loop.terminateLoopSoon();
  }).detach();
}

void own(AsyncTimeout &timer) {
  std::thread([&] {
    EventBase loop;
    loop.runInLoop([] {});
    loop.loop();
  }).detach();
}

void from_pools(CPUThreadPoolExecutor &cpu, EDFThreadPoolExecutor &edf, ThreadedExecutor &threads,
                AsyncTimeout &timer) {
  cpu.add([&] { timer.scheduleTimeout(1); }); // expect: async-cross-thread-call: 'folly::AsyncTimeout::scheduleTimeout'
  edf.add([&] { timer.scheduleTimeout(1); }); // expect: async-cross-thread-call: 'folly::AsyncTimeout::scheduleTimeout'
  threads.add([&] { timer.scheduleTimeout(1); }); // expect: async-cross-thread-call: 'folly::AsyncTimeout::scheduleTimeout'
}
