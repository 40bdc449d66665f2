// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Non-thread-safe operation invoked on an event loop other than the current one
#include <aio/aio.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  const auto future = loop.create_future<int>();
  {
    auto call = loop.run_in_executor([future] {
      future.cancel(); // expect: async-cross-thread-call: 'aio::Future::cancel' is called off the thread
    });
    call.add_done_callback([](auto) {});
  }
  co_await aio::sleep(0.05);
}

int main() { aio::run(program()); }
