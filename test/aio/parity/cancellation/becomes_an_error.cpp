// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    throw ValueError("instead");
  }
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0);
  task.cancel();
  try {
    co_await task;
  } catch (const ValueError &error) {
    trace(error, task.cancelled(), task.cancelling(), task.exception());
  }
}

int main() { aio::run(program()); }
