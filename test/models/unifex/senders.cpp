// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Senders and tasks that nobody runs, and what blocks.
// checks: async-unforwarded-cancellation
#include <unifex/inplace_stop_token.hpp>
#include <unifex/scheduler_concepts.hpp>
#include <unifex/static_thread_pool.hpp>
#include <unifex/sync_wait.hpp>
#include <unifex/task.hpp>

#include <chrono>
#include <thread>

using namespace unifex;

task<int> fetch() { co_return 1; }
nothrow_task<void> tidy() { co_return; }
void print(int);
task<int> ask(int question, inplace_stop_token token = {});

task<int> dropped() {
  fetch();              // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
                        // fix: co_await fetch();
  tidy();               // expect: async-unawaited-coroutine: coroutine 'tidy' is never awaited
                        // fix: co_await tidy();
  then(just(1), print); // expect: async-unawaited-coroutine: the awaitable from 'unifex::then' is never awaited
                        // fix: co_await then(just(1), print);
  when_all(fetch(), fetch()); // expect: async-unawaited-coroutine: 'unifex::when_all' is never awaited
                              // fix: co_await when_all(fetch(), fetch());
  co_await then(just(1), print);
  co_return co_await fetch();
}

task<void> blocking() {
  sync_wait(fetch());        // expect: async-blocking-wait: 'unifex::sync_wait' blocks
                             // note: use co_await the sender instead
  sync_wait_r<int>(fetch()); // expect: async-blocking-wait: 'unifex::sync_wait_r' blocks
  std::this_thread::sleep_for(std::chrono::seconds(1)); // expect: async-blocking-call: blocks the event loop
                                                        // note: use co_await unifex::schedule_after(scheduler, ...) instead
  co_return;
}

void nested() {
  sync_wait(then(just(1), [](int) { return fetch(); })); // expect: async-nested-task: a value of type
}

thread_local int counter;

task<void> hops(static_thread_pool &pool) {
  int &mine = counter;
  co_await schedule(pool.get_scheduler());
  mine = 1; // expect: async-thread-affine-across-suspend: 'mine'
}

task<int> forwarded(inplace_stop_token token) {
  int first = co_await ask(1, token);
  co_return first + co_await ask(2); // expect: async-unforwarded-cancellation: without the token 'token'
}
