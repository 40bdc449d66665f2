// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
// runtime: coroutine 'aio::sleep' was never awaited
#include <aio/aio.h>

aio::Coroutine<int> fetch() { co_return 1; }

aio::Coroutine<void> caller() {
  fetch();            // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited; it never runs
                      // fix: co_await fetch();
  (void)fetch();      // expect: async-unawaited-coroutine: a cast to void does not change that
                      // fix: (void)co_await fetch();
  aio::sleep(0.001);  // expect: async-unawaited-coroutine: coroutine 'aio::sleep' is never awaited
                      // fix: co_await aio::sleep(0.001);
  co_await fetch();
}

void plain() {
  fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch' is never awaited
            // note: await it in a coroutine
}

int main() {
  aio::run(caller());
  plain();
}
