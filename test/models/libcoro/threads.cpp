// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coro/scheduler.hpp>
#include <coro/task_group.hpp>
#include <coro/thread_pool.hpp>

#include <thread>

using namespace std::chrono_literals;

thread_local int counter;

coro::task<void> work();

coro::task<void> onPool() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> onScheduler() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> detachedOnPool() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> joinableOnPool() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> detachedOnScheduler() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> joinableOnScheduler() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> inGroup() {
  std::this_thread::sleep_for(1ms);
  co_return;
}
coro::task<void> anywhere() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  co_return;
}

coro::task<void> spawns(coro::thread_pool &pool, coro::scheduler &scheduler) {
  co_await pool.schedule(onPool());
  co_await scheduler.schedule(onScheduler());
}

coro::task<void> spawnsMore(std::unique_ptr<coro::thread_pool> &pool,
                            std::unique_ptr<coro::scheduler> &scheduler) {
  pool->spawn_detached(detachedOnPool());
  auto first = pool->spawn_joinable(joinableOnPool());
  scheduler->spawn_detached(detachedOnScheduler());
  auto second = scheduler->spawn_joinable(joinableOnScheduler());
  coro::task_group<coro::thread_pool> group(pool);
  if (group.start(inGroup()))
    co_await group;
  co_await first;
  co_await second;
  co_await anywhere();
}

coro::task<void> goesToPool(std::unique_ptr<coro::thread_pool> &pool) {
  int &mine = counter;
  co_await pool->schedule(work());
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

coro::task<void> goesToScheduler(std::unique_ptr<coro::scheduler> &scheduler) {
  int &mine = counter;
  co_await scheduler->schedule(work());
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

coro::task<void> yieldsToPool(std::unique_ptr<coro::thread_pool> &pool) {
  int &mine = counter;
  co_await pool->yield();
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

coro::task<void> yieldsToScheduler(std::unique_ptr<coro::scheduler> &scheduler) {
  int &mine = counter;
  co_await scheduler->yield();
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

struct onto {
  coro::scheduler &scheduler;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> handle) { scheduler.resume(handle); }
  void await_resume() {}
};

coro::task<void> resumesOnScheduler(coro::scheduler &scheduler) {
  int &mine = counter;
  co_await onto{scheduler};
  ++mine; // expect: async-thread-affine-across-suspend: thread
}
