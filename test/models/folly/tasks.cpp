// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tasks that nobody awaits, in all their kinds, and what is awaited that is no task.
#include <folly/coro/AsyncGenerator.h>
#include <folly/coro/Collect.h>
#include <folly/coro/Invoke.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/SharedMutex.h>
#include <folly/coro/Task.h>
#include <folly/coro/safe/NowTask.h>
#include <folly/coro/safe/SafeTask.h>

#include <unistd.h>

using namespace folly;

coro::Task<int> fetch() { co_return 1; }
coro::Task<int> failing() { co_yield coro::co_error(std::exception()); }
coro::now_task<int> fetch_now() { co_return 1; }
coro::value_task<int> fetch_safely() { co_return 1; }

coro::Task<void> dropped(Executor *executor) {
  fetch();        // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
                  // fix: co_await fetch();
  failing();      // expect: async-unawaited-coroutine: coroutine 'failing' is never awaited
                  // fix: co_await failing();
  fetch_now();    // expect: async-unawaited-coroutine: coroutine 'fetch_now' is never awaited
                  // fix: co_await fetch_now();
  fetch_safely(); // expect: async-unawaited-coroutine: coroutine 'fetch_safely' is never awaited
                  // fix: co_await fetch_safely();
  auto task = fetch(); // expect: async-unawaited-coroutine: is stored in 'task', which is never awaited
                       // fix: auto task = co_await fetch();
  coro::co_withExecutor(executor, fetch()); // expect: async-unawaited-coroutine: is never awaited
                                            // fix: co_await coro::co_withExecutor(executor, fetch());
  coro::co_withExecutor(executor, fetch_now()); // expect: async-unawaited-coroutine: is never awaited
                                                // fix: co_await coro::co_withExecutor(executor, fetch_now());
  coro::co_invoke([]() -> coro::Task<int> { co_return 1; }); // expect: async-unawaited-coroutine: is never awaited
                                                             // fix: co_await coro::co_invoke([]() -> coro::Task<int> { co_return 1; });
  coro::collectAll(fetch(), fetch()); // expect: async-unawaited-coroutine: 'folly::coro::collectAll' is never awaited
                                      // fix: co_await coro::collectAll(fetch(), fetch());
  co_return;
}

coro::Task<int> awaited(Executor *executor) {
  int sum = co_await fetch() + co_await fetch_now() + co_await fetch_safely();
  sum += co_await coro::co_withExecutor(executor, fetch());
  auto bound = coro::co_withExecutor(executor, fetch());
  sum += co_await std::move(bound);
  sum += co_await coro::co_invoke([]() -> coro::Task<int> { co_return 1; });
  co_await coro::collectAll(fetch(), fetch());
  co_return sum;
}

coro::Task<void> twice(Executor *executor, coro::Task<int> task, coro::value_task<int> safe) {
  co_await std::move(task);
  co_await std::move(task); // expect: async-double-await: 'task' is awaited again; no coroutine is left
  co_await std::move(safe);
  co_await std::move(safe); // expect: async-double-await: 'safe' is awaited again; no coroutine is left
  auto bound = coro::co_withExecutor(executor, fetch());
  co_await std::move(bound);
  co_await std::move(bound); // expect: async-double-await: 'bound' is awaited again; no coroutine is left
}

coro::Task<void> locks(coro::Mutex &mutex, coro::SharedMutex &shared) {
  mutex.co_lock();                      // expect: async-unawaited-coroutine: co_lock' is never awaited
                                        // fix: co_await mutex.co_lock();
  auto guard = mutex.co_scoped_lock();  // expect: async-unawaited-coroutine: 'guard', which is never awaited
                                        // fix: auto guard = co_await mutex.co_scoped_lock();
  auto reader = shared.co_scoped_lock_shared(); // expect: async-unawaited-coroutine: 'reader', which is never
                                                // fix: auto reader = co_await shared.co_scoped_lock_shared();
  auto held = co_await mutex.co_scoped_lock();
  co_await fetch(); // the guard of a lock that is awaited may be held
}

coro::AsyncGenerator<int> numbers() {
  for (int i = 0; i < 3; ++i) {
    sleep(1); // expect: async-blocking-call: blocks the event loop that runs this coroutine
    co_yield co_await fetch();
  }
}

coro::Task<int> sum(bool none) {
  numbers(); // nobody asks it: nothing is lost
  auto all = numbers();
  if (none)
    co_return 0;
  int result = 0;
  while (auto item = co_await all.next())
    result += *item;
  all.next(); // expect: async-unawaited-coroutine: next' is never awaited
              // fix: co_await all.next();
  coro::CleanableAsyncGenerator<int> other = [] -> coro::CleanableAsyncGenerator<int> { co_yield 1; }();
  std::move(other).cleanup(); // expect: async-unawaited-coroutine: cleanup' is never awaited
                              // fix: co_await std::move(other).cleanup();
  co_return result;
}

coro::CleanableAsyncGenerator<int> cleanable() {
  co_yield 1;
}

coro::Task<int> leftBehind(bool early) {
  auto all = cleanable(); // expect: async-unclosed-transport: 'all' is not closed
  if (early)
    co_return 0;
  auto item = co_await all.next();
  co_await std::move(all).cleanup();
  co_return *item;
}

coro::Task<int> cleanedUp(bool early) {
  auto all = cleanable();
  if (early) {
    co_await std::move(all).cleanup();
    co_return 0;
  }
  int sum = 0;
  while (auto item = co_await all.next())
    sum += *item;
  co_await std::move(all).cleanup();
  co_return sum;
}

// A plain one may be left.
coro::Task<int> first() {
  auto all = numbers();
  co_return *co_await all.next();
}
