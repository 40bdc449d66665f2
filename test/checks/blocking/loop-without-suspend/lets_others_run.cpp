// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// checks: async-loop-without-suspend
// runtime: none
#include <aio/aio.h>

#include <chrono>

aio::Coroutine<long> search() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(150);
  long rounds = 0;
  while (true) {
    ++rounds;
    if (std::chrono::steady_clock::now() > end)
      break;
    co_await aio::sleep(0);
  }
  co_return rounds;
}

int main() { return aio::run(search()) > 0 ? 0 : 1; }
