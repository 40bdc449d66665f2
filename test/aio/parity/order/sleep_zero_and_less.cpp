// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> ticks(std::string name, double delay) {
  for (int tick = 0; tick < 3; ++tick) {
    trace(name, tick);
    co_await aio::sleep(delay);
  }
}

aio::Coroutine<void> program() {
  co_await aio::gather(ticks("zero", 0), ticks("negative", -1));
  trace("result", co_await aio::sleep(0, std::string("value")));
}

int main() { aio::run(program()); }
