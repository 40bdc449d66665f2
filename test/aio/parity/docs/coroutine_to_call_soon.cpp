// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  trace("never");
  co_return;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  try {
    loop.call_soon(work);
    co_await aio::sleep(0);
    trace("nothing ran");
  } catch (const aio::TypeError &error) {
    trace("TypeError");
  }
}

int main() { aio::run(program()); }
