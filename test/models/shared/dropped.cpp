// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needs: lazy
// A coroutine object that is dropped at once.
#include <adaptor.h>

#include <tuple>
#include <utility>

lib::Lazy<int> fetch() { co_return 1; }
lib::Lazy<void> work() { co_return; }

lib::Lazy<int> caller(bool often) {
  fetch();       // expect: async-unawaited-coroutine: fetch' is never awaited; it never runs
                 // fix: co_await fetch();
  (void)work();  // expect: async-unawaited-coroutine: work' is never awaited
                 // fix: (void)co_await work();
  if (often)
    work();      // expect: async-unawaited-coroutine: work' is never awaited
                 // fix: co_await work();
  co_await work();
  co_return co_await fetch();
}

void plain() {
  work();  // expect: async-unawaited-coroutine: work' is never awaited
}

lib::Lazy<int> factory() { return fetch(); }
