// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto done = loop.create_future();
  const auto loop_thread = std::this_thread::get_id();
  const auto callback = [&](int number) {
    trace("callback", number, "on the loop's thread", std::this_thread::get_id() == loop_thread);
    if (number == 2)
      done.set_result();
  };
  std::thread thread([&] {
    loop.call_soon_threadsafe([&] { callback(1); });
    loop.call_soon_threadsafe([&] { callback(2); });
  });
  co_await done;
  thread.join();
  trace("end");
}

int main() { aio::run(program()); }
