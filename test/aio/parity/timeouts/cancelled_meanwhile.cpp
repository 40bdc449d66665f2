// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  auto timeout = aio::timeout(0.002);
  try {
    co_await aio::with(timeout, []() -> aio::Coroutine<void> {
      try {
        co_await aio::sleep(3600);
      } catch (const aio::CancelledError &) {
        trace("timeout", aio::current_task().cancelling());
        aio::current_task().cancel();
        trace("and cancelled", aio::current_task().cancelling());
        throw;
      }
    });
  } catch (const aio::TimeoutError &) {
    trace("never");
  } catch (const aio::CancelledError &) {
    trace("CancelledError", timeout.expired(), aio::current_task().cancelling());
    throw;
  }
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("main", task.cancelled());
  }
}

int main() { aio::run(program()); }
