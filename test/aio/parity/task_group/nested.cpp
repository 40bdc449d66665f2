// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(std::string name) {
  Finally finally([&] { trace(name, "is cancelled"); });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> fails() {
  co_await aio::sleep(0);
  throw ValueError("inner");
}

aio::Coroutine<void> program() {
  try {
    co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &outer) -> aio::Coroutine<void> {
      outer.create_task(waits("task of the outer"));
      co_await aio::with(aio::TaskGroup(), [](aio::TaskGroup &inner) -> aio::Coroutine<void> {
        inner.create_task(waits("task of the inner"));
        inner.create_task(fails());
        co_return;
      });
      trace("never");
    });
  } catch (const aio::ExceptionGroup &error) {
    trace(error.what());
    try {
      std::rethrow_exception(error.exceptions()[0]);
    } catch (const aio::ExceptionGroup &inner) {
      trace(inner.what());
      trace(inner.exceptions()[0]);
    }
  }
}

int main() { aio::run(program()); }
