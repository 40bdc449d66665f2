// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> worker(std::string name, aio::Lock lock) {
  for (int turn = 0; turn < 2; ++turn)
    co_await aio::with(lock, [&]() -> aio::Coroutine<void> {
      trace(name, turn);
      co_await aio::sleep(0);
    });
}

aio::Coroutine<void> program() {
  aio::Lock lock;
  co_await aio::gather(worker("a", lock), worker("b", lock), worker("c", lock));
  trace(lock.locked());
  try {
    lock.release();
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
