// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> party(std::string name, aio::Barrier barrier) {
  try {
    trace(name, co_await barrier.wait());
  } catch (const aio::BrokenBarrierError &) {
    trace(name, "broken");
  }
}

aio::Coroutine<void> program() {
  aio::Barrier barrier(3);
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b"})
    tasks.push_back(aio::create_task(party(name, barrier)));
  co_await aio::sleep(0);
  trace("waiting", barrier.n_waiting(), barrier.parties(), barrier.broken());
  co_await party("main", barrier);
  co_await aio::gather(tasks);
  auto task = aio::create_task(party("c", barrier));
  co_await aio::sleep(0);
  co_await barrier.abort();
  co_await task;
  co_await party("d", barrier);
  co_await barrier.reset();
  trace(barrier.broken());
}

int main() { aio::run(program()); }
