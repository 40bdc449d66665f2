// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> inner(std::string name) {
  trace(name, "runs");
  co_return name;
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  loop.call_soon([] { trace("a turn has passed"); });
  trace("result", co_await inner("awaited"));
  auto done = loop.create_future<std::string>();
  done.set_result("future");
  trace("result", co_await done);
  auto task = aio::create_task(inner("task"));
  trace("created");
  trace("result", co_await task);
  loop.call_soon([] { trace("another turn has passed"); });
  trace("again", co_await task);
  co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
