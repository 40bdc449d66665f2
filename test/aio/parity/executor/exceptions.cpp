// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

void fails(const char *name) { throw ValueError(name); }

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  try {
    co_await loop.run_in_executor([] { fails("awaited"); });
  } catch (const ValueError &error) {
    trace(error);
  }
  auto future = loop.run_in_executor([] { fails("looked at"); });
  co_await aio::wait(future);
  trace(future.exception());
  future = loop.run_in_executor([] { fails("dropped"); });
  co_await aio::wait(future);
  future = {};
  co_await aio::sleep(0);
  try {
    co_await aio::to_thread([] { fails("to_thread"); });
  } catch (const ValueError &error) {
    trace(error);
  }
  trace("end");
}

int main() { aio::run(program()); }
