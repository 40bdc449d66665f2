// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// checks: async-loop-without-suspend
// runtime: Executing <Task
#include <aio/aio.h>

#include <chrono>

aio::Coroutine<long> search() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(150);
  long rounds = 0;
  while (true) { // expect: async-loop-without-suspend: this loop has no bound and does not suspend
    ++rounds;
    if (std::chrono::steady_clock::now() > end)
      break;
  }
  co_return rounds;
}

int main() { return aio::run(search()) > 0 ? 0 : 1; }
