// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits() {
  Finally finally([] { trace("task is cancelled"); });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> program() {
  try {
    co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &group) -> aio::Coroutine<void> {
      group.create_task(waits());
      co_await aio::sleep(0);
      throw ValueError("body");
    });
  } catch (const aio::ExceptionGroup &error) {
    trace(error.what(), error.exceptions()[0]);
  }
  try {
    co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &group) -> aio::Coroutine<void> {
      group.create_task(waits());
      throw aio::CancelledError("thrown by the body");
      co_return;
    });
  } catch (const aio::CancelledError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
