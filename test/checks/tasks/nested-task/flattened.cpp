// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

aio::Coroutine<int> inner() { co_return 1; }
aio::Coroutine<aio::Coroutine<int>> outer() { co_return inner(); }
int compute() { return 1; }

aio::Coroutine<void> caller() {
  auto &loop = aio::get_running_loop();
  co_await co_await outer();
  auto coroutine = co_await outer();
  co_await std::move(coroutine);
  co_await loop.run_in_executor(compute);
  co_await co_await loop.run_in_executor([] { return inner(); });
}

int main() { aio::run(caller()); }
