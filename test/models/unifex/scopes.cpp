// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three versions of a scope, all to be joined.
#include <unifex/async_scope.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/static_thread_pool.hpp>
#include <unifex/task.hpp>
#include <unifex/v0/async_scope.hpp>

using namespace unifex;

task<void> work() { co_return; }

task<void> forgotten(static_thread_pool &pool) {
  async_scope first;
  first.detached_spawn(work()); // expect: async-pending-task-destroyed: 'first'
  async_scope second;
  second.detached_spawn_call_on(pool.get_scheduler(), [] {}); // expect: async-pending-task-destroyed: 'second'
  second.request_stop();
  async_scope third;
  auto running = third.spawn_call_on(pool.get_scheduler(), [] {}); // expect: async-pending-task-destroyed: 'third'
  co_await std::move(running);
}

task<void> given() {
  v2::async_scope scope;
  spawn_detached(work(), scope); // expect: async-pending-task-destroyed: 'scope'
  v2::async_scope other;
  auto running = spawn_future(work(), other);
  co_await other.join();
  co_await std::move(running);
  v2::async_scope last;
  (void)spawn_future(work(), last); // expect: async-pending-task-destroyed: 'last'
}

task<void> joined() {
  async_scope scope;
  scope.detached_spawn(work());
  co_await scope.complete();
  async_scope other;
  other.detached_spawn(work());
  co_await other.cleanup();
  v2::async_scope last;
  spawn_detached(work(), last);
  co_await last.join();
}

task<void> oldest(static_thread_pool &pool) {
  v0::async_scope scope;
  scope.spawn_call_on(pool.get_scheduler(), [] {}); // expect: async-pending-task-destroyed: 'scope'
  v0::async_scope other;
  other.spawn(work());
  co_await other.cleanup();
}

task<void> futures(async_scope &scope, v2::async_scope &other) {
  spawn_future(work(), other); // expect: async-discarded-task: is dropped, which cancels the work
                               // fix: co_await spawn_future(work(), other);
  scope.spawn(work()); // expect: async-discarded-task: is dropped, which cancels the work it has just started
                       // fix: co_await scope.spawn(work());
  scope.attach(work()); // expect: async-unawaited-coroutine: attach' is never awaited
                        // fix: co_await scope.attach(work());
  co_await scope.spawn(work());
}
