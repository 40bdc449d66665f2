// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto fut = loop.create_future<std::string>();
  loop.call_soon([fut] { fut.set_result("done"); });
  trace("cancel", fut.cancel());
  co_await aio::sleep(0);
  trace("cancelled", fut.cancelled());
}

int main() { aio::run(program()); }
