// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: none
#include <aio/aio.h>

#include <thread>

aio::Coroutine<int> answer() { co_return 42; }

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const auto future = loop.create_future<int>();
  std::thread worker([&loop, future] {
    loop.call_soon_threadsafe([future] {
      if (!future.done())
        future.set_result(aio::run_coroutine_threadsafe(answer(), aio::get_running_loop()).done());
    });
    aio::run_coroutine_threadsafe(answer(), loop).result();
    aio::run(answer());
  });
  co_await future;
  co_await aio::to_thread([&worker] { worker.join(); });
}

int main() { aio::run(program()); }
