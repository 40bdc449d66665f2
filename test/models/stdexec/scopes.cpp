// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scopes own what they are given, and are joined.
#include <exec/async_scope.hpp>
#include <exec/task.hpp>

using namespace stdexec;

exec::task<void> work() { co_return; }

exec::task<void> forgotten() {
  exec::async_scope scope;
  scope.spawn(work()); // expect: async-pending-task-destroyed: 'scope'
  co_return;
}

exec::task<void> joined() {
  exec::async_scope scope;
  scope.spawn(work());
  scope.request_stop();
  co_await scope.on_empty();
}

exec::task<void> future(exec::async_scope &scope) {
  scope.spawn_future(work()); // expect: async-discarded-task: spawn_future' is dropped; nobody sees its end
                              // fix: co_await scope.spawn_future(work());
  auto running = scope.spawn_future(work());
  co_await std::move(running);
  scope.nest(work()); // expect: async-unawaited-coroutine: nest' is never awaited
                      // fix: co_await scope.nest(work());
}

exec::task<void> counted() {
  counting_scope scope;
  spawn(work(), scope.get_token()); // expect: async-pending-task-destroyed: 'scope'
  simple_counting_scope simple;
  spawn(work(), simple.get_token()); // expect: async-pending-task-destroyed: 'simple'
  simple.close();
  counting_scope other;
  spawn(work(), other.get_token());
  spawn_future(work(), other.get_token());
  co_await other.join();
}
