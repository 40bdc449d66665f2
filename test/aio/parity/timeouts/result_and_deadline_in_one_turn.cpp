// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  for (const auto &[result_at, deadline] : {std::pair(0.001, 0.002), std::pair(0.002, 0.001)}) {
    auto future = loop.create_future<int>();
    loop.call_later(result_at, [future] { future.set_result(1); });
    try {
      co_await aio::with(aio::timeout(deadline), [&]() -> aio::Coroutine<void> {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        trace("result", co_await future);
      });
    } catch (const aio::TimeoutError &error) {
      trace(error, future.cancelled());
    }
    co_await aio::sleep(0);
  }
}

int main() { aio::run(program()); }
