// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits() {
  Finally finally([] { trace("waits ends"); });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> program() {
  aio::create_task(waits());
  co_await aio::sleep(0);
  throw ValueError("main");
}

aio::Coroutine<void> cancels_itself() {
  aio::current_task().cancel("why");
  co_await aio::sleep(0);
}

int main() {
  try {
    aio::run(program());
  } catch (const ValueError &error) {
    trace(error);
  }
  try {
    aio::run(cancels_itself());
  } catch (const aio::CancelledError &error) {
    trace("cancelled");
  }
}
