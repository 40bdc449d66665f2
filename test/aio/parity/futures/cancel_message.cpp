// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(const char *name, aio::Future<void> future) {
  try {
    co_await future;
  } catch (const aio::CancelledError &error) {
    trace(name, error);
  }
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  for (const char *message : {(const char *)nullptr, "why"}) {
    auto future = loop.create_future();
    auto task = aio::create_task(waits("a", future));
    co_await aio::sleep(0);
    future.cancel(message);
    co_await task;
  }
  auto future = loop.create_future();
  auto task = aio::create_task(waits("b", future));
  co_await aio::sleep(0);
  task.cancel("of the task");
  co_await task;
  trace(future.cancelled(), task.cancelled());
}

int main() { aio::run(program()); }
