// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future<int>();
  const auto waits = [&]() -> aio::Coroutine<void> {
    try {
      trace("has", co_await future);
    } catch (const aio::CancelledError &) {
      trace("cancelled");
    }
  };
  auto task = aio::create_task(waits());
  co_await aio::sleep(0);
  future.set_result(1);
  trace("cancel", task.cancel());
  co_await task;
  trace("task cancelled", task.cancelled());
}

int main() { aio::run(program()); }
