// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> background(aio::Event event) {
  Finally finally([] { trace("background ends"); });
  trace("background starts");
  co_await event.wait();
  trace("background goes on");
  co_await aio::sleep(3600);
}

aio::Coroutine<int> first(aio::Event event) {
  aio::create_task(background(event));
  co_await aio::sleep(0);
  co_return 1;
}

aio::Coroutine<void> second(aio::Event event) {
  event.set();
  co_await aio::sleep(0);
  co_await aio::sleep(0);
  throw ValueError("second");
}

int main() {
  aio::Runner runner;
  aio::Event event;
  trace(runner.run(first(event)));
  try {
    runner.run(second(event));
  } catch (const ValueError &error) {
    trace(error);
  }
  auto &loop = runner.get_loop();
  trace("close", loop.is_closed());
  runner.close();
  runner.close();
  trace("closed", loop.is_closed());
  try {
    runner.get_loop();
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}
