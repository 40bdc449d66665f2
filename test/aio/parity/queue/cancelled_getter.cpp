// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> gets(std::string name, aio::Queue<int> queue) {
  try {
    trace(name, "has", co_await queue.get());
  } catch (const aio::CancelledError &) {
    trace(name, "cancelled");
    throw;
  }
}

aio::Coroutine<void> program() {
  aio::Queue<int> queue;
  auto first = aio::create_task(gets("a", queue)), second = aio::create_task(gets("b", queue));
  co_await aio::sleep(0);
  queue.put_nowait(1);
  first.cancel();
  co_await aio::wait(first, second);
  trace(first.cancelled(), queue.qsize());
}

int main() { aio::run(program()); }
