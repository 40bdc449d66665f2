// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(aio::Future<void> future) {
  co_await aio::wait(future);
  trace("never");
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future();
  for (double timeout : {0.002, 0.0}) {
    const auto [done, pending] = co_await aio::wait({.timeout = timeout}, future);
    trace(done.size(), pending.size(), future.done());
  }
  auto task = aio::create_task(waits(future));
  co_await aio::sleep(0);
  task.cancel();
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("wait cancelled", future.cancelled(), future.done());
  }
}

int main() { aio::run(program()); }
