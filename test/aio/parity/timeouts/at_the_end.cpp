// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto timeout = aio::timeout_at(loop.time() - 1);
  co_await aio::with(timeout, []() -> aio::Coroutine<void> {
    trace("ends at once");
    co_return;
  });
  trace(timeout.expired());
  timeout = aio::timeout(0);
  try {
    co_await aio::with(timeout, []() -> aio::Coroutine<void> {
      co_await aio::sleep(0);
      trace("one turn");
      co_await aio::sleep(0);
      trace("two turns");
    });
  } catch (const aio::TimeoutError &) {
    trace("TimeoutError", timeout.expired());
  }
  timeout = aio::timeout(0.001);
  co_await aio::with(timeout, [&]() -> aio::Coroutine<void> {
    timeout.reschedule(loop.time() + 10);
    co_await aio::sleep(0.003);
    trace("rescheduled");
    timeout.reschedule({});
  });
  trace(timeout.expired(), timeout.when() ? "some" : "None");
  try {
    timeout.reschedule(1);
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
