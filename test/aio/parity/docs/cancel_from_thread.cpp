// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto fut = loop.create_future();
  std::thread thread([&] { loop.call_soon_threadsafe([fut] { fut.cancel(); }); });
  try {
    co_await fut;
  } catch (const aio::CancelledError &) {
    trace("cancelled", fut.cancelled());
  }
  thread.join();
}

int main() { aio::run(program()); }
