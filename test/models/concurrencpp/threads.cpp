// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <concurrencpp/concurrencpp.h>

#include <future>
#include <thread>

using namespace std::chrono_literals;

thread_local int counter;

concurrencpp::lazy_result<void> work();

concurrencpp::result<void> onPool(concurrencpp::executor_tag,
                                  std::shared_ptr<concurrencpp::thread_pool_executor>) {
  std::this_thread::sleep_for(1ms);
  co_return;
}

concurrencpp::null_result onThreads(concurrencpp::executor_tag,
                                    std::shared_ptr<concurrencpp::thread_executor>) {
  std::this_thread::sleep_for(1ms);
  co_return;
}

concurrencpp::null_result onWorker(concurrencpp::executor_tag,
                                   std::shared_ptr<concurrencpp::worker_thread_executor>) {
  std::this_thread::sleep_for(1ms);
  co_return;
}

concurrencpp::result<void> onLoop(concurrencpp::executor_tag,
                                  std::shared_ptr<concurrencpp::manual_executor>) {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  co_return;
}

void posts(std::shared_ptr<concurrencpp::manual_executor> loop,
           std::shared_ptr<concurrencpp::thread_pool_executor> pool,
           std::shared_ptr<concurrencpp::executor> any) {
  loop->post([] {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  });
  pool->post([] { std::this_thread::sleep_for(1ms); });
  any->post([] { std::this_thread::sleep_for(1ms); });
  loop->post([] { return work(); }); // expect: async-void-callback: never runs
  any->post([] { return work(); });  // expect: async-void-callback: never runs
}

concurrencpp::result<void> submits(std::shared_ptr<concurrencpp::manual_executor> loop,
                                   std::shared_ptr<concurrencpp::thread_pool_executor> pool) {
  co_await loop->submit([] {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  });
  co_await pool->submit([] { std::this_thread::sleep_for(1ms); });
}

void times(concurrencpp::timer_queue &timers, std::shared_ptr<concurrencpp::manual_executor> loop) {
  auto often = timers.make_timer(1ms, 1ms, loop, [] {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  });
  auto once = timers.make_one_shot_timer(1ms, loop, [] {
    std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  });
}

concurrencpp::result<void> goesTo(std::shared_ptr<concurrencpp::executor> executor) {
  int &mine = counter;
  co_await concurrencpp::resume_on(executor);
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

concurrencpp::result<int> compute();
std::future<int> outside();

concurrencpp::result<int> waitsOnPool(concurrencpp::executor_tag,
                                      std::shared_ptr<concurrencpp::thread_pool_executor>) {
  auto early = compute();
  int sum = co_await early;
  auto late = compute();
  sum += outside().get();
  co_return sum + late.get(); // expect: async-blocking-wait: 'concurrencpp::result::get' blocks a thread of the pool that runs this coroutine until the result is there; if the result needs that pool, too, all threads of it may end up waiting
}

concurrencpp::result<int> waitsOnItsOwnThread(concurrencpp::executor_tag,
                                              std::shared_ptr<concurrencpp::thread_executor>) {
  auto late = compute();
  co_return late.get();
}

// It never suspends, but is only posted when it is called.
concurrencpp::result<int> postedToPool(concurrencpp::executor_tag,
                                       std::shared_ptr<concurrencpp::thread_pool_executor> pool) {
  co_return 1;
}
concurrencpp::result<int> waitsForPosted(std::shared_ptr<concurrencpp::thread_pool_executor> pool) {
  co_return postedToPool({}, pool).get(); // expect: async-blocking-wait: blocks the event loop
}
