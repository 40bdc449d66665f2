// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  try {
    co_await aio::sleep(0);
    trace("never");
  } catch (const aio::CancelledError &) {
    trace("cancelled at sleep(0)");
    throw;
  }
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0);
  // It is in the queue of ready callbacks now.
  trace(task.cancel());
  co_await aio::wait(task);
  const bool cancelled = task.cancelled();
  trace(cancelled, task.cancel());
}

int main() { aio::run(program()); }
