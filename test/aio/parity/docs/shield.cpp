// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> something(aio::Future<void> future) {
  trace("something starts");
  co_await future;
  trace("something ends");
  co_return "result";
}

aio::Coroutine<void> waits(aio::Task<std::string> task) {
  try {
    co_await aio::shield(task);
  } catch (const aio::CancelledError &) {
    trace("waits is cancelled", task.cancelled());
    throw;
  }
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future();
  auto task = aio::create_task(something(future));
  auto waiting = aio::create_task(waits(task));
  co_await aio::sleep(0);
  waiting.cancel();
  co_await aio::wait(waiting);
  trace("main", waiting.cancelled(), task.done());
  future.set_result();
  trace(co_await task);
}

int main() { aio::run(program()); }
