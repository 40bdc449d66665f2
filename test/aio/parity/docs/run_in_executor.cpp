// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

std::string blocking_io() {
  std::this_thread::sleep_for(std::chrono::milliseconds(120));
  return "read";
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto future = loop.run_in_executor(blocking_io);
  co_await aio::sleep(0);
  trace("the loop runs");
  trace(co_await future);
}

int main() { aio::run(program()); }
