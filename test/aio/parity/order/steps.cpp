// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> worker(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn) {
    trace(name + std::to_string(turn));
    co_await aio::sleep(0);
  }
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto task = aio::create_task(worker("a", 2));
  loop.call_soon([] { trace("soon"); });
  auto other = aio::create_task(worker("b", 3));
  trace("main");
  task.add_done_callback([](auto) { trace("a done"); });
  co_await task;
  trace("after a");
  co_await other;
  trace("after b");
}

int main() { aio::run(program()); }
