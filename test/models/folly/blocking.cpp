// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What blocks the thread of a coroutine or of an event loop, and what to use instead.
// options: async-blocking-call.Mutexes=true
#include <folly/MPMCQueue.h>
#include <folly/Synchronized.h>
#include <folly/concurrency/DynamicBoundedQueue.h>
#include <folly/concurrency/UnboundedQueue.h>
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Invoke.h>
#include <folly/coro/Sleep.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/EDFThreadPoolExecutor.h>
#include <folly/executors/IOThreadPoolExecutor.h>
#include <folly/executors/ThreadedExecutor.h>
#include <folly/synchronization/Baton.h>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace folly;

coro::Task<int> fetch() { co_return 1; }

coro::Task<void> replaced(std::mutex &mutex, std::condition_variable &condition) {
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
                                                        // note: use co_await folly::coro::sleep(...) instead
  std::unique_lock lock(mutex);                         // expect: async-blocking-call: blocks the event loop
                                                        // note: folly::coro::Mutex
  condition.wait(lock);                                 // expect: async-blocking-call: blocks the event loop
                                                        // note: folly::coro::Baton
  co_return;
}

coro::Task<void> blocking(Baton<> &baton, MPMCQueue<int> &queue, UMPSCQueue<int, true> &unbounded,
                          DynamicBoundedQueue<int, true, true, true> &bounded, Synchronized<int> &data) {
  baton.wait();                                   // expect: async-blocking-call: 'folly::Baton::wait' blocks
  baton.try_wait_for(std::chrono::seconds(1));    // expect: async-blocking-call: 'folly::Baton::try_wait_for' blocks
  baton.try_wait_for(std::chrono::seconds(0));
  baton.try_wait_until(std::chrono::steady_clock::now()); // expect: async-blocking-call: try_wait_until' blocks
  int item = 0;
  queue.blockingRead(item);  // expect: async-blocking-call: blockingRead' blocks
                             // note: folly::coro::UnboundedQueue
  queue.blockingWrite(item); // expect: async-blocking-call: blockingWrite' blocks
  queue.read(item);
  unbounded.dequeue(item);   // expect: async-blocking-call: 'folly::UnboundedQueue::dequeue' blocks
  bounded.enqueue(item);     // expect: async-blocking-call: 'folly::DynamicBoundedQueue::enqueue' blocks
  bounded.dequeue(item);     // expect: async-blocking-call: 'folly::DynamicBoundedQueue::dequeue' blocks
  { auto held = data.lock(); }  // expect: async-blocking-call: lock' blocks
  { auto held = data.wlock(); } // expect: async-blocking-call: wlock' blocks
  { auto held = data.rlock(); } // expect: async-blocking-call: rlock' blocks
  { auto held = data.ulock(); } // expect: async-blocking-call: ulock' blocks
  co_return;
}

coro::Task<void> held(Synchronized<int> &data) {
  auto locked = data.wlock(); // expect: async-blocking-call: wlock' blocks
  *locked = 1;
  co_await fetch(); // expect: async-lock-across-suspend: 'locked'
}

coro::Task<void> let_go(Synchronized<int> &data) {
  auto locked = data.tryWLock();
  locked.unlock();
  co_await fetch();
}

coro::Task<int> nested() {
  int result = coro::blockingWait(fetch()); // expect: async-blocking-wait: 'folly::coro::blockingWait' blocks
                                            // note: use co_await instead
  co_return result;
}

int main() { return coro::blockingWait(fetch()); }

void elsewhere(CPUThreadPoolExecutor &cpu, EDFThreadPoolExecutor &edf, ThreadedExecutor &threads,
               IOThreadPoolExecutor &io, coro::Task<int> (*slow)()) {
  cpu.add([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
  io.getEventBase()->runInEventBaseThread([&] {
    cpu.add([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
  });
}

void on_loop(EventBase &loop, CPUThreadPoolExecutor &pool, CPUThreadPoolExecutor &other) {
  loop.runInEventBaseThread([&] {
    pool.join(); // expect: async-blocking-wait: join' blocks
    other.stop(); // expect: async-blocking-wait: stop' blocks
  });
}

// A coroutine runs on the executor that it is bound to.
coro::Task<int> slow() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return 1;
}
coro::Task<int> slowOnLoop() {
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
  co_return 1;
}

coro::Task<void> bound(CPUThreadPoolExecutor &cpu, EventBase &loop) {
  co_await coro::co_withExecutor(&cpu, slow());
  co_await coro::co_withExecutor(&loop, slowOnLoop());
  co_await coro::co_withExecutor(&cpu, coro::co_invoke([]() -> coro::Task<int> {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    co_return 1;
  }));
  co_await coro::co_invoke([]() -> coro::Task<int> {
    std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
    co_return 1;
  });
}

coro::Task<int> scheduled() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return 1;
}
coro::Task<void> schedules(CPUThreadPoolExecutor &cpu) { co_await scheduled().scheduleOn(&cpu); }

coro::Task<int> slowOnDeadlines() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return 1;
}
coro::Task<int> slowOnThreads() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return 1;
}
coro::Task<int> slowByItsFriend() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return 1;
}
namespace without_using {
folly::coro::Task<void> bound(folly::CPUThreadPoolExecutor &cpu) { co_await co_withExecutor(&cpu, slowByItsFriend()); }
} // namespace without_using

coro::Task<void> others(EDFThreadPoolExecutor &edf, ThreadedExecutor &threads) {
  co_await coro::co_withExecutor(&edf, slowOnDeadlines());
  co_await coro::co_withExecutor(&threads, slowOnThreads());
}
