// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::AsyncGenerator<int> items() {
  Finally finally([] { trace("items ends"); });
  co_await aio::sleep(0);
  co_yield 1;
}

aio::Coroutine<void> takes(aio::AsyncGenerator<int> agen) { trace("item", co_await agen.next()); }

aio::Coroutine<void> program() {
  const auto agen = items();
  auto task = aio::create_task(takes(agen));
  co_await aio::sleep(0);
  try {
    co_await agen.aclose();
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  co_await task;
  co_await agen.aclose();
  trace("closed");
}

int main() { aio::run(program()); }
