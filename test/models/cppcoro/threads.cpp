// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppcoro/io_service.hpp>
#include <cppcoro/resume_on.hpp>
#include <cppcoro/schedule_on.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/task.hpp>

#include <thread>

using namespace std::chrono_literals;

thread_local int counter;
cppcoro::task<void> work();

cppcoro::task<void> onPool() {
  std::this_thread::sleep_for(1ms);
  co_return;
}

cppcoro::task<void> onService() {
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
  co_return;
}

cppcoro::task<void> schedules(cppcoro::static_thread_pool &pool, cppcoro::io_service &service) {
  co_await cppcoro::schedule_on(pool, onPool());
  co_await cppcoro::schedule_on(service, onService());
}

cppcoro::task<void> goesToService(cppcoro::io_service &service) {
  co_await service.schedule();
  std::this_thread::sleep_for(1ms); // expect: async-blocking-call: blocks the event loop
}

cppcoro::task<void> goesToPool(cppcoro::static_thread_pool &pool) {
  co_await pool.schedule();
  std::this_thread::sleep_for(1ms);
}

cppcoro::task<void> keepsReference(cppcoro::static_thread_pool &pool) {
  int &mine = counter;
  co_await cppcoro::schedule_on(pool, work());
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

cppcoro::task<void> keepsReferenceToo(cppcoro::static_thread_pool &pool) {
  int &mine = counter;
  co_await cppcoro::resume_on(pool, work());
  ++mine; // expect: async-thread-affine-across-suspend: thread
}

cppcoro::task<void> keepsCopy(cppcoro::static_thread_pool &pool) {
  int mine = counter;
  co_await cppcoro::resume_on(pool, work());
  ++mine;
}
