// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  trace("work");
  aio::get_running_loop().call_soon([] { trace("scheduled by work"); });
  co_return;
}

aio::Coroutine<void> waits(std::string name, aio::Task<void> task) {
  co_await task;
  trace(name, "goes on");
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  task.add_done_callback([](auto) { trace("callback 1"); });
  std::vector<aio::Task<void>> waiters;
  for (const char *name : {"a", "b"})
    waiters.push_back(aio::create_task(waits(name, task)));
  co_await aio::sleep(0);
  task.add_done_callback([](auto) { trace("callback 2"); });
  trace("main", task.done());
  for (const auto &waiter : waiters)
    co_await waiter;
  trace("end");
}

int main() { aio::run(program()); }
