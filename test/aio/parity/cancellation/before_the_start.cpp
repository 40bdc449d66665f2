// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  trace("never");
  co_return;
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  const bool accepted = task.cancel();
  trace("cancel", accepted, task.done(), task.cancelled(), task.cancelling());
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("cancelled", task.cancelled());
  }
}

int main() { aio::run(program()); }
