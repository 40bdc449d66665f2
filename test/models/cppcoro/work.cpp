// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppcoro/async_mutex.hpp>
#include <cppcoro/async_scope.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/task.hpp>

using namespace std::chrono_literals;

cppcoro::task<void> work();
cppcoro::async_mutex mutex;

cppcoro::task<void> pauses(cppcoro::io_service &service) {
  service.schedule_after(1ms); // expect: async-unawaited-coroutine: is never awaited
                               // fix: co_await service.schedule_after(1ms);
  co_await service.schedule_after(1ms);
}

cppcoro::task<void> locks() {
  auto lock = mutex.scoped_lock_async(); // expect: async-unawaited-coroutine: is never awaited
                                         // fix: auto lock = co_await mutex.scoped_lock_async();
  co_await work();
}

cppcoro::task<void> locksIndeed() {
  auto lock = co_await mutex.scoped_lock_async();
  co_await work();
}

cppcoro::task<void> joins() {
  cppcoro::async_scope scope;
  scope.spawn(work());
  co_await scope.join();
}

cppcoro::task<void> forgetsToJoin(bool early) {
  cppcoro::async_scope scope;
  scope.spawn(work()); // expect: async-pending-task-destroyed: scope
  if (early)
    co_return;
  co_await scope.join();
}
