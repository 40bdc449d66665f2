// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <cstdlib>

aio::Coroutine<int> answer() {
  co_await aio::sleep(0);
  co_return 42;
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(answer());
  const int first = co_await task;
  if (first + co_await task != 84)
    std::abort();
}

int main() { aio::run(program()); }
