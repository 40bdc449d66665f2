// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// slow reports count

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  trace("threshold", loop.slow_callback_duration().seconds() == 0.1);
  loop.set_slow_callback_duration(0.05);
  const auto sleeps = [] { std::this_thread::sleep_for(std::chrono::milliseconds(60)); };
  loop.call_soon(sleeps);
  loop.call_later(0.001, sleeps);
  co_await aio::sleep(0);
  co_await aio::sleep(0.002);
  trace("end");
}

int main() { aio::run(program()); }
