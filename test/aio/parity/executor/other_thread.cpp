// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const auto here = std::this_thread::get_id();
  trace("same thread",
        co_await loop.run_in_executor([&] { return std::this_thread::get_id() == here; }));
  trace(co_await aio::to_thread([](int a, int b) { return a + b; }, 1, 2));
}

int main() { aio::run(program()); }
