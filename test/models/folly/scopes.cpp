// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scopes are joined before they end.
#include <folly/coro/AsyncScope.h>

using namespace folly;

coro::Task<void> work() { co_return; }

coro::Task<void> joined(Executor *executor) {
  coro::AsyncScope scope;
  scope.add(coro::co_withExecutor(executor, work()));
  co_await scope.joinAsync();
}

coro::Task<void> forgotten(Executor *executor) {
  coro::AsyncScope scope;
  scope.add(coro::co_withExecutor(executor, work())); // expect: async-pending-task-destroyed: 'scope'
  co_return;
}

coro::Task<void> cancelled(Executor *executor) {
  coro::CancellableAsyncScope scope;
  scope.add(coro::co_withExecutor(executor, work()));
  scope.requestCancellation();
  co_await scope.cancelAndJoinAsync();
}

coro::Task<void> only_cancelled(Executor *executor) {
  coro::CancellableAsyncScope scope;
  scope.add(coro::co_withExecutor(executor, work())); // expect: async-pending-task-destroyed: 'scope'
  scope.requestCancellation();
  co_return;
}

coro::Task<void> own_doing(Executor *executor) {
  coro::CancellableAsyncScope scope;
  scope.add(coro::co_withExecutor(executor, work()));
  scope.requestCancellation();
  try {
    co_await scope.joinAsync();
  } catch (...) { // what comes back is its own doing
  }
}
