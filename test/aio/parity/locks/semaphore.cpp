// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> worker(std::string name, aio::Semaphore semaphore) {
  co_await aio::with(semaphore, [&]() -> aio::Coroutine<void> {
    trace(name, "in");
    for (int turn = 0; turn < 3; ++turn)
      co_await aio::sleep(0);
    trace(name, "out");
  });
}

aio::Coroutine<void> program() {
  aio::Semaphore semaphore(2);
  co_await aio::gather(worker("a", semaphore), worker("b", semaphore), worker("c", semaphore),
                       worker("d", semaphore));
  trace(semaphore.locked());
  aio::BoundedSemaphore bounded(1);
  co_await bounded.acquire();
  trace(bounded.locked());
  bounded.release();
  try {
    bounded.release();
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
  try {
    aio::Semaphore(-1);
  } catch (const aio::ValueError &error) {
    trace(error.what());
  }
}

int main() { aio::run(program()); }
