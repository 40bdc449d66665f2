// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> slow() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    trace("slow is cancelled");
    throw;
  }
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(slow());
  try {
    co_await aio::wait_for(task, 0.002);
  } catch (const aio::TimeoutError &) {
    trace("timeout", task.cancelled());
  }
}

int main() { aio::run(program()); }
