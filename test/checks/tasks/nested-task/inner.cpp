// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'inner' was never awaited
#include <aio/aio.h>

aio::Coroutine<int> inner() { co_return 1; }
aio::Coroutine<aio::Coroutine<int>> outer() { co_return inner(); }

aio::Coroutine<void> caller() {
  co_await outer();             // expect: async-nested-task: the result of this co_await is another coroutine
                                // fix: co_await co_await outer();
  co_await co_await outer();
  auto coroutine = co_await outer();
  co_await std::move(coroutine);
}

int main() { aio::run(caller()); }
