// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coro/condition_variable.hpp>
#include <coro/mutex.hpp>
#include <coro/task.hpp>

coro::task<void> work();
coro::mutex mutex;

coro::task<void> locks() {
  auto lock = mutex.scoped_lock(); // expect: async-unawaited-coroutine: is never awaited
                                   // fix: auto lock = co_await mutex.scoped_lock();
  co_await work();
}

coro::task<void> locksIndeed() {
  auto lock = co_await mutex.scoped_lock();
  co_await work();
}

coro::task<void> waits(coro::condition_variable &condition) {
  auto lock = co_await mutex.scoped_lock();
  (void)condition.wait(lock); // expect: async-unawaited-coroutine: is never awaited
                              // fix: (void)co_await condition.wait(lock);
  co_await condition.wait(lock);
  condition.notify_one(); // expect: async-unawaited-coroutine: is never awaited
                          // fix: co_await condition.notify_one();
}

coro::task<void> destroysFirst() {
  auto task = work();
  task.destroy();
  co_await task; // expect: async-double-await: 'task'
}

coro::task<void> readsTwice(coro::task<int> task) {
  int sum = co_await task + co_await task;
  co_return;
}
