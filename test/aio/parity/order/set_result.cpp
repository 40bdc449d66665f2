// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto future = loop.create_future<int>();
  const auto waits = [&](std::string name) -> aio::Coroutine<void> {
    trace(name, "waits");
    trace(name, "has", co_await future);
  };
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b"})
    tasks.push_back(aio::create_task(waits(name)));
  co_await aio::sleep(0);
  future.add_done_callback([](auto) { trace("callback"); });
  loop.call_soon([] { trace("before"); });
  future.set_result(1);
  loop.call_soon([] { trace("behind"); });
  trace("main has", co_await future);
  co_await aio::gather(tasks);
  trace("end");
}

int main() { aio::run(program()); }
