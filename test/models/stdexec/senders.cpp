// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Senders describe work: dropped, it is never done.
#include <exec/async_scope.hpp>
#include <exec/ensure_started.hpp>
#include <exec/start_detached.hpp>
#include <exec/task.hpp>

using namespace stdexec;

exec::task<int> fetch() { co_return 1; }
void print(int);

void dropped() {
  then(just(1), print);                  // expect: async-unawaited-coroutine: the awaitable from 'stdexec::then' is never awaited; it never runs
  just(1) | then(print);                 // expect: async-unawaited-coroutine: is never awaited; it never runs
  (void)when_all(just(1), just(2));      // expect: async-unawaited-coroutine: 'stdexec::when_all' is never awaited
  auto work = just(1) | then(print);     // expect: async-unawaited-coroutine: stored in 'work', which is never awaited
  fetch();                               // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
}

void run() {
  auto work = just(1) | then(print);
  sync_wait(std::move(work));
  exec::start_detached(just(1) | then(print));
  exec::ensure_started(just(1) | then(print));
  auto started = exec::ensure_started(just(1) | then(print));
}

exec::task<int> awaited() {
  co_await (just(1) | then(print));
  then(just(1), print); // expect: async-unawaited-coroutine: the awaitable from 'stdexec::then' is never awaited
                        // fix: co_await then(just(1), print);
  co_await when_all(just(1), just(2));
  co_return co_await fetch();
}

void nested() {
  sync_wait(then(just(1), [](int) { return fetch(); }));             // expect: async-nested-task: a value of type
  sync_wait(upon_error(just(1), [](int) { return fetch(); }));       // expect: async-nested-task: a value of type
  sync_wait(upon_stopped(just(1), [] { return then(just(1), print); })); // expect: async-nested-task: a value of type
  sync_wait(let_value(just(1), [](int) { return fetch(); }));
}
