// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// options: async-blocking-call.Mutexes=true
#include <concurrencpp/concurrencpp.h>

#include <cstdio>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

concurrencpp::result<int> start();
concurrencpp::shared_result<int> share();

concurrencpp::result<void> sleeps() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
                                    // note: use co_await concurrencpp::timer_queue::make_delay
  co_return;
}

concurrencpp::result<void> locks(std::mutex &mutex) {
  mutex.lock(); // expect: async-blocking-call: blocks the event loop
                // note: use co_await concurrencpp::async_lock::lock(...)
  mutex.unlock();
  co_return;
}

concurrencpp::result<void> reads(std::FILE *file, char *buffer) {
  std::fread(buffer, 1, 1, file); // expect: async-blocking-call: blocks the event loop
                                  // note: the background executor
  co_return;
}

concurrencpp::result<void> gets() {
  start().get(); // expect: async-blocking-wait: blocks the event loop
                 // note: co_await the result
  share().get(); // expect: async-blocking-wait: blocks the event loop
  co_return;
}

concurrencpp::result<int> waits() {
  auto result = start();
  result.wait(); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> waitsFor() {
  auto result = start();
  result.wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> waitsUntil(std::chrono::steady_clock::time_point time) {
  auto result = start();
  result.wait_until(time); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> waitsForShared() {
  auto result = share();
  result.wait(); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> waitsForSharedFor() {
  auto result = share();
  result.wait_for(1s); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> waitsForSharedUntil(std::chrono::steady_clock::time_point time) {
  auto result = share();
  result.wait_until(time); // expect: async-blocking-wait: blocks the event loop
  co_return co_await result;
}

concurrencpp::result<int> asksFirst() {
  auto result = start();
  if (result.wait_for(0s) == concurrencpp::result_status::value)
    co_return result.get();
  co_return co_await result;
}

concurrencpp::result<int> asksStatus() {
  auto result = start();
  if (result.status() == concurrencpp::result_status::value)
    co_return result.get();
  co_return co_await result;
}

concurrencpp::result<int> asksShared() {
  auto result = share();
  if (result.status() == concurrencpp::result_status::value)
    co_return result.get();
  co_return co_await result;
}

concurrencpp::result<void> loops(concurrencpp::manual_executor &a, concurrencpp::manual_executor &b,
                                 concurrencpp::manual_executor &c, concurrencpp::manual_executor &d,
                                 std::chrono::steady_clock::time_point time) {
  a.loop_once_for(1s);     // expect: async-blocking-wait: event loop
  b.loop_once_until(time); // expect: async-blocking-wait: event loop
  c.loop_for(1, 1s);       // expect: async-blocking-wait: event loop
  d.loop_until(1, time);   // expect: async-blocking-wait: event loop
  co_return;
}

concurrencpp::result<void> waitsForWork(concurrencpp::manual_executor &executor,
                                        std::chrono::steady_clock::time_point time) {
  executor.loop_once();
  executor.loop(10);
  executor.wait_for_task();               // expect: async-blocking-call: blocks the event loop
  executor.wait_for_task_for(1s);         // expect: async-blocking-call: blocks the event loop
  executor.wait_for_task_until(time);     // expect: async-blocking-call: blocks the event loop
  executor.wait_for_tasks(2);             // expect: async-blocking-call: blocks the event loop
  executor.wait_for_tasks_for(2, 1s);     // expect: async-blocking-call: blocks the event loop
  executor.wait_for_tasks_until(2, time); // expect: async-blocking-call: blocks the event loop
  co_return;
}

concurrencpp::result<void> ends(concurrencpp::thread_pool_executor &pool,
                                concurrencpp::thread_executor &threads,
                                concurrencpp::worker_thread_executor &worker,
                                concurrencpp::timer_queue &timers) {
  pool.shutdown();    // expect: async-blocking-wait: thread
  threads.shutdown(); // expect: async-blocking-wait: thread
  worker.shutdown();  // expect: async-blocking-wait: thread
  timers.shutdown();  // expect: async-blocking-wait: thread
  co_return;
}
