// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> coro_func() {
  trace("coro_func runs");
  co_return co_await aio::sleep(0.01, 42);
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto done = loop.create_future<int>();
  std::thread thread([&] {
    const auto future = aio::run_coroutine_threadsafe(coro_func(), loop);
    const int result = future.result(10);
    loop.call_soon_threadsafe([&, result] { done.set_result(result); });
  });
  trace("result", co_await done);
  thread.join();
}

int main() { aio::run(program()); }
