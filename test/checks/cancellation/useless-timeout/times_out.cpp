// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <chrono>

aio::Coroutine<long> work() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  long rounds = 0;
  while (std::chrono::steady_clock::now() < end) {
    ++rounds;
    co_await aio::sleep(0);
  }
  co_return rounds;
}

int main() {
  return aio::run([]() -> aio::Coroutine<int> {
    try {
      co_await aio::wait_for(work(), 0.05);
    } catch (const aio::TimeoutError &) {
      co_return 0;
    }
    co_return 1;
  }());
}
