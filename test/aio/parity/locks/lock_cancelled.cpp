// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(std::string name, aio::Lock lock) {
  try {
    co_await lock.acquire();
    trace(name, "has it");
    lock.release();
  } catch (const aio::CancelledError &) {
    trace(name, "cancelled");
    throw;
  }
}

aio::Coroutine<void> program() {
  aio::Lock lock;
  co_await lock.acquire();
  auto a = aio::create_task(waits("a", lock)), b = aio::create_task(waits("b", lock)),
       c = aio::create_task(waits("c", lock));
  co_await aio::sleep(0);
  a.cancel();
  co_await aio::sleep(0);
  lock.release();
  trace("released", lock.locked());
  b.cancel();
  co_await aio::wait(a, b, c);
  trace(a.cancelled(), b.cancelled(), c.cancelled(), lock.locked());
}

int main() { aio::run(program()); }
