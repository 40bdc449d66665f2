// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto timeout = aio::timeout(0.002);
  try {
    co_await aio::with(timeout, [&]() -> aio::Coroutine<void> {
      try {
        co_await aio::sleep(3600);
      } catch (const aio::CancelledError &) {
        trace("body cancelled", aio::current_task().cancelling(), timeout.expired());
        throw;
      }
    });
  } catch (const aio::TimeoutError &error) {
    trace(error, aio::current_task().cancelling(), timeout.expired());
  }
  timeout = aio::timeout(10);
  co_await aio::with(timeout, []() -> aio::Coroutine<void> { co_await aio::sleep(0); });
  trace("in time", timeout.expired());
  co_await aio::with(aio::timeout(), [](aio::Timeout timeout) -> aio::Coroutine<void> {
    trace("no deadline", !timeout.when());
    co_return;
  });
  try {
    co_await aio::with(aio::timeout(10), []() -> aio::Coroutine<void> {
      throw ValueError("body");
      co_return;
    });
  } catch (const ValueError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
