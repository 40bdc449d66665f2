// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits() {
  Finally finally([] { trace("a task is cancelled"); });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> parent() {
  co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &group) -> aio::Coroutine<void> {
    group.create_task(waits());
    group.create_task(waits());
    trace("body ends");
    co_return;
  });
  trace("never");
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(parent());
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  task.cancel("why");
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("main", task.cancelled(), task.cancelling());
  }
}

int main() { aio::run(program()); }
