// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  aio::EventLoop other;
  for (aio::EventLoop *each : {&loop, &other}) {
    try {
      each->run_forever();
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
  }
  other.close();
  co_await aio::sleep(0);
  trace("end", loop.is_running());
}

int main() { aio::run(program()); }
