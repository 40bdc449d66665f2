// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> items() {
  Finally finally([] { trace("body ends"); });
  try {
    co_yield 1;
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace("body", error);
    throw;
  }
}

aio::Coroutine<void> takes(aio::AsyncGenerator<int> agen) {
  while (const auto item = co_await agen.next())
    trace("item", *item);
}

aio::Coroutine<void> program() {
  const auto agen = items();
  auto task = aio::create_task(takes(agen));
  co_await aio::sleep(0);
  task.cancel("why");
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    trace("cancelled", task.cancelled());
  }
  trace("end", co_await agen.next());
}

int main() { aio::run(program()); }
