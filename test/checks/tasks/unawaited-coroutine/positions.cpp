// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
#include <aio/aio.h>

#include <tuple>

aio::Coroutine<int> fetch() { co_return 1; }

int calls = 0;

aio::Coroutine<void> caller(bool first) {
  fetch(), ++calls;            // expect: async-unawaited-coroutine: never awaited
                               // fix: co_await fetch(), ++calls;
  if (first)
    fetch();                   // expect: async-unawaited-coroutine: never awaited
                               // fix: co_await fetch();
  for (fetch(); first; fetch())  // expect: async-unawaited-coroutine: never awaited
                                 // expect: async-unawaited-coroutine: never awaited
                                 // fix: for (co_await fetch(); first; co_await fetch())
    first = false;
  first ? fetch() : fetch();   // expect: async-unawaited-coroutine: never awaited
                               // expect: async-unawaited-coroutine: never awaited
  std::ignore = fetch();       // expect: async-unawaited-coroutine: never awaited
                               // fix: std::ignore = co_await fetch();
  try {
    throw 1;
  } catch (int) {
    fetch();  // expect: async-unawaited-coroutine: never awaited
  }
  [] { fetch(); }();  // expect: async-unawaited-coroutine: never awaited
  co_return;
}

int main() { aio::run(caller(true)); }
