// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> inner() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    trace("inner cancelled");
    throw;
  }
}

aio::Coroutine<void> outer() {
  Finally finally([] { trace("outer ends"); });
  co_await inner();
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(outer());
  task.add_done_callback([](auto done) { trace("done, cancelled", done.cancelled()); });
  co_await aio::sleep(0);
  for (int i = 0; i < 2; ++i) {
    const bool accepted = task.cancel();
    trace("cancel", accepted, task.done(), task.cancelling());
  }
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("main sees it");
  }
  const bool accepted = task.cancel();
  trace("cancel", accepted, task.done(), task.cancelling());
}

int main() { aio::run(program()); }
