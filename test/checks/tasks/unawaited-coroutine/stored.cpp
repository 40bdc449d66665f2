// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'fetch' was never awaited
// runtime: coroutine 'finish' was never awaited
#include <aio/aio.h>

aio::Coroutine<int> fetch() { co_return 1; }
aio::Coroutine<void> finish() { co_return; }

aio::Coroutine<void> caller() {
  auto value = fetch();                  // expect: async-unawaited-coroutine: coroutine 'fetch' is stored in 'value', which is never awaited
                                         // fix: auto value = co_await fetch();
  auto nothing = finish();               // expect: async-unawaited-coroutine: coroutine 'finish' is stored in 'nothing'
  aio::Coroutine<int> object = fetch();  // expect: async-unawaited-coroutine: coroutine 'fetch' is stored in 'object'
  aio::Task<int> task = aio::create_task(fetch());  // expect: async-unawaited-coroutine: nobody waits for it or sees its error
  co_await aio::sleep(0);
}

int main() { aio::run(caller()); }
