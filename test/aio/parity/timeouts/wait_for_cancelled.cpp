// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> inner() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace("inner", error);
    throw;
  }
}

aio::Coroutine<void> waits() {
  try {
    co_await aio::wait_for(inner(), 10);
  } catch (const aio::CancelledError &) {
    trace("waits is cancelled");
    throw;
  }
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(waits());
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  task.cancel();
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("main", task.cancelled());
  }
}

int main() { aio::run(program()); }
