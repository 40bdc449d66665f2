// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(std::string name, aio::Future<void> future) {
  try {
    co_await future;
  } catch (const aio::CancelledError &) {
    trace(name, "cancelled", aio::current_task().cancelling());
    throw;
  }
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future();
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b"})
    tasks.push_back(aio::create_task(waits(name, future), name));
  co_await aio::sleep(0);
  tasks[1].cancel();
  trace("future", future.cancelled());
  co_await aio::wait(tasks);
  trace(tasks[0].cancelled(), tasks[1].cancelled());
}

int main() { aio::run(program()); }
