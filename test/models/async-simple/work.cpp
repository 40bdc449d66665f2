// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <async_simple/Promise.h>
#include <async_simple/coro/Dispatch.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/ResumeBySchedule.h>

using namespace async_simple;
using namespace async_simple::coro;

Lazy<int> fetch();
Future<int> begin();
void use(int value);

Lazy<void> drops(Executor *executor) {
  dispatch(executor);                   // expect: async-unawaited-coroutine: is never awaited
                                        // fix: co_await dispatch(executor);
  executor->after(Executor::Duration(1)); // expect: async-unawaited-coroutine: is never awaited
                                          // fix: co_await executor->after(Executor::Duration(1));
  ResumeBySchedule(begin()); // expect: async-unawaited-coroutine: is never awaited
                             // fix: co_await ResumeBySchedule(begin());
  begin(); // expect: async-discarded-task: lost
           // fix: co_await begin();
  co_await executor->after(Executor::Duration(1));
}

void continues() {
  begin().thenValue(use); // expect: async-discarded-task: lost
  begin().thenTry([](Try<int> &&result) {});
  begin().then([](Try<int> &&result) {});
}

Lazy<int> awaitsTwice() {
  auto lazy = fetch();
  int sum = co_await lazy;
  co_return sum + co_await lazy; // expect: async-double-await: 'lazy'
}

Lazy<int> startsFirst() {
  auto lazy = fetch();
  lazy.start([](Try<int>) {});
  co_return co_await lazy; // expect: async-double-await: 'lazy'
}

Lazy<int> startsDirectly(Executor *executor) {
  auto lazy = fetch();
  lazy.directlyStart([](Try<int>) {}, executor);
  co_return co_await lazy; // expect: async-double-await: 'lazy'
}

Lazy<int> triesFirst() {
  auto lazy = fetch();
  co_await lazy.coAwaitTry();
  co_return co_await lazy; // expect: async-double-await: 'lazy'
}

void detachesTwice(Executor *executor) {
  auto lazy = fetch().via(executor);
  lazy.detach();
  lazy.detach(); // expect: async-double-await: 'lazy'
}

void callsBack(Executor *executor) {
  fetch().start([](Try<int>) { return fetch(); }); // expect: async-void-callback: never runs
  fetch().directlyStart([](Try<int>) { return fetch(); }, executor);
  // expect: async-void-callback: never runs
}

Future<int> promises(bool known) {
  Promise<int> promise; // expect: async-unfulfilled-promise: promise
  auto future = promise.getFuture();
  if (known)
    promise.setValue(1);
  return future;
}

Lazy<void> completesTwice(Promise<int> promise) {
  promise.setValue(1);
  promise.setValue(2); // expect: async-unchecked-set-result: has been completed on the way here
  co_return;
}

Lazy<void> failsAfterwards(Promise<int> promise) {
  promise.setValue(1);
  promise.setException({}); // expect: async-unchecked-set-result: has been completed
  co_return;
}

Lazy<int> ready() {
  auto done = makeReadyFuture(1);
  if (done.hasResult())
    co_return 1;
  makeReadyFuture(2);
  makeReadyFuture<int>(std::exception_ptr()); // expect: async-discarded-task: lost
                                              // fix: co_await makeReadyFuture<int>(std::exception_ptr());
  makeReadyFuture<int>(Try<int>()); // expect: async-discarded-task: lost
                                    // fix: co_await makeReadyFuture<int>(Try<int>());
  co_return co_await std::move(done);
}
