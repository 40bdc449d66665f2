// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  trace(co_await loop.run_in_executor([] { return "before"; }));
  co_await loop.shutdown_default_executor();
  try {
    co_await loop.run_in_executor([] { return "after"; });
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  try {
    co_await aio::to_thread([] { return "after"; });
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
