// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  std::exception_ptr cancelled;
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    cancelled = std::current_exception();
  }
  trace("cleans up");
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace("interrupted", error);
  }
  std::rethrow_exception(cancelled);
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0);
  task.cancel("first");
  co_await aio::sleep(0);
  trace("done", task.done());
  task.cancel("second");
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("main", task.cancelled());
  }
}

int main() { aio::run(program()); }
