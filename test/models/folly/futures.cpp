// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Futures and promises.
#include <folly/coro/Promise.h>
#include <folly/coro/Sleep.h>
#include <folly/futures/Future.h>

#include <tuple>

using namespace folly;

Future<int> start();
SemiFuture<int> defer();
coro::Task<int> task(int value) { co_return value; }
std::pair<coro::Promise<int>, coro::Future<int>> contract();
coro::Future<int> answer();

coro::Task<int> dropped() {
  start(); // expect: async-discarded-task: the future from 'start' is dropped
           // fix: co_await start();
  defer(); // expect: async-discarded-task: the future from 'defer' is dropped
           // fix: co_await defer();
  answer(); // expect: async-discarded-task: the future from 'answer' is dropped
            // fix: co_await answer();
  coro::co_withExecutor(nullptr, task(1)).start(); // expect: async-discarded-task: is dropped
                                                   // fix: co_await coro::co_withExecutor(nullptr, task(1)).start();
  int sum = co_await start();
  co_return sum + co_await answer();
}

coro::Task<int> once(Future<int> given, SemiFuture<int> other) {
  int sum = co_await std::move(given);
  sum += co_await std::move(given); // expect: async-double-await: 'given' is awaited again
  sum += std::move(other).toUnsafeFuture().isReady();
  co_await std::move(other).toUnsafeFuture(); // expect: async-double-await: 'other'
  co_return sum;
}

coro::Task<int> lost(bool early) {
  Future<int> running = start(); // expect: async-unretrieved-exception: 'running'
  if (early)
    co_return 0;
  co_return co_await std::move(running);
}

coro::Task<int> asked() {
  Future<int> running = start();
  if (!running.hasException())
    co_return 0;
  co_return co_await std::move(running);
}

coro::Task<int> waiting(DrivableExecutor *executor, Future<int> a, Future<int> b, Future<int> c, Future<int> d,
                        Future<int> e, Future<int> f, SemiFuture<int> g, SemiFuture<int> h, SemiFuture<int> i) {
  std::move(a).get();            // expect: async-blocking-wait: 'folly::Future::get' blocks
  b.wait();                      // expect: async-blocking-wait: 'folly::Future::wait' blocks
  std::move(c).getTry();         // expect: async-blocking-wait: 'folly::Future::getTry' blocks
  std::move(d).getVia(executor); // expect: async-blocking-wait: 'folly::Future::getVia' blocks
  std::move(e).getTryVia(executor); // expect: async-blocking-wait: 'folly::Future::getTryVia' blocks
  f.waitVia(executor);           // expect: async-blocking-wait: 'folly::Future::waitVia' blocks
  std::move(g).get();            // expect: async-blocking-wait: 'folly::SemiFuture::get' blocks
  h.wait();                      // expect: async-blocking-wait: 'folly::SemiFuture::wait' blocks
  std::move(i).getTry();         // expect: async-blocking-wait: 'folly::SemiFuture::getTry' blocks
  co_return 1;
}

coro::Task<int> ready(Future<int> &running, SemiFuture<int> &polled) {
  if (running.isReady())
    co_return std::move(running).get();
  if (polled.poll())
    co_return std::move(polled).get();
  co_return 0;
}

void continued(Future<int> a, Future<int> b, Future<int> c, Future<int> d, SemiFuture<int> e, SemiFuture<int> f) {
  auto results = std::make_tuple(
      std::move(a).thenValue(task),       // expect: async-nested-task: is a coroutine of its own
      std::move(b).thenValueInline(task), // expect: async-nested-task: is a coroutine of its own
      std::move(c).thenTry([](Try<int> t) { return task(t.value()); }), // expect: async-nested-task: is a coroutine of its own
      std::move(d).thenTryInline([](Try<int>) { return task(1); }),       // expect: async-nested-task: is a coroutine of its own
      std::move(e).deferValue(task), // expect: async-nested-task: is a coroutine of its own
      std::move(f).defer([](Try<int>) { return task(1); })); // expect: async-nested-task: is a coroutine of its own
}

Future<int> skipped(Future<int> first) {
  Future<int> second = start();
  return std::move(first).thenValue(
      [second = std::move(second)](int) mutable { return std::move(second); }); // expect: async-unretrieved-exception: 'second'
}

Future<int> skipped_inline(Future<int> first) {
  Future<int> second = start();
  return std::move(first).thenValueInline(
      [second = std::move(second)](int) mutable { return std::move(second); }); // expect: async-unretrieved-exception: 'second'
}

SemiFuture<int> skipped_deferred(SemiFuture<int> first) {
  Future<int> second = start();
  return std::move(first).deferValue(
      [second = std::move(second)](int) mutable { return std::move(second); }); // expect: async-unretrieved-exception: 'second'
}

SemiFuture<int> unset(bool early) {
  Promise<int> promise; // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error
  auto future = promise.getSemiFuture();
  if (!early)
    promise.setValue(1);
  return future;
}

void set(int how) {
  Promise<int> promise;
  auto future = promise.getFuture();
  if (how == 0)
    promise.setValue(1);
  else if (how == 1)
    promise.setException(std::exception());
  else if (how == 2)
    promise.setTry(Try<int>());
  else
    promise.setWith([] { return 1; });
  future.cancel();
}

void again(Promise<int> promise) {
  promise.setValue(1);
  promise.setValue(2); // expect: async-unchecked-set-result: 'promise' has been completed on the way here
}

void again_in_other_ways(Promise<int> a, Promise<int> b, Promise<int> c) {
  a.setException(std::exception());
  a.setException(std::exception()); // expect: async-unchecked-set-result: 'a' has been completed on the way here
  b.setTry(Try<int>());
  b.setTry(Try<int>()); // expect: async-unchecked-set-result: 'b' has been completed on the way here
  c.setWith([] { return 1; });
  c.setWith([] { return 1; }); // expect: async-unchecked-set-result: 'c' has been completed on the way here
}

void asked_first(Promise<int> promise, bool first) {
  if (first)
    promise.setValue(1);
  if (!promise.isFulfilled())
    promise.setException(std::exception());
}

void given(coro::Promise<int> promise, bool early) { // expect: async-unfulfilled-promise: 'promise' is not completed on every way to its end: whoever waits for it gets an error
  if (early)
    return;
  promise.setValue(1);
}

void only_once(coro::Promise<int> promise, bool first) {
  if (first)
    promise.setValue(1);
  if (!promise.isFulfilled())
    promise.setValue(2);
}
