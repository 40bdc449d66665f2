// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(std::string name) {
  std::exception_ptr cancelled;
  Finally finally([&] { trace(name, "ends"); });
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace(name, error);
    cancelled = std::current_exception();
  }
  co_await aio::sleep(0);
  std::rethrow_exception(cancelled);
}

aio::Coroutine<void> waits() {
  Finally finally([] { trace("gather ends"); });
  co_await aio::gather(part("a"), part("b"));
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(waits());
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  trace(task.cancel("why"));
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    trace("main", error, task.cancelled());
  }
}

int main() { aio::run(program()); }
