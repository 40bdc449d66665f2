// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The time is over long before the work is, yet no timeout ends it: all that there is to see is
// that the loop has been kept busy.
// runtime: Executing <Task
#include <aio/aio.h>

#include <chrono>

long compute() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(150);
  long rounds = 0;
  while (std::chrono::steady_clock::now() < end)
    ++rounds;
  return rounds;
}

aio::Coroutine<long> work() { co_return compute(); }

int main() {
  return aio::run([]() -> aio::Coroutine<int> {
    const long rounds = co_await aio::wait_for(work(), 0.05); // expect: async-useless-timeout: 'work' never suspends
    co_return rounds > 0 ? 0 : 1;
  }());
}
