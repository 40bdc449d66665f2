// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(std::string name, aio::Event event) {
  const bool result = co_await event.wait();
  trace(name, result, event.is_set());
}

aio::Coroutine<void> program() {
  aio::Event event;
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b"})
    tasks.push_back(aio::create_task(waits(name, event)));
  co_await aio::sleep(0);
  event.set();
  event.clear();
  auto late = aio::create_task(waits("late", event));
  co_await aio::gather(tasks);
  trace("late", late.done());
  event.set();
  aio::get_running_loop().call_soon([] { trace("a turn"); });
  trace("main", co_await event.wait());
  co_await late;
}

int main() { aio::run(program()); }
