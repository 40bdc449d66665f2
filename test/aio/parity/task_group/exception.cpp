// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> fails(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "fails");
  throw ValueError(name);
}

aio::Coroutine<void> waits(std::string name) {
  Finally finally([&] { trace(name, "is cancelled"); });
  co_await aio::sleep(3600);
}

aio::Coroutine<void> fails_when_cancelled() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    throw KeyError("in the clean-up");
  }
}

aio::Coroutine<void> program() {
  aio::Task<void> waiting;
  try {
    co_await aio::with(aio::TaskGroup(), [&](aio::TaskGroup &group) -> aio::Coroutine<void> {
      waiting = group.create_task(waits("task"));
      group.create_task(fails("first", 2));
      group.create_task(fails_when_cancelled());
      try {
        co_await aio::sleep(3600);
      } catch (const aio::CancelledError &) {
        trace("body is cancelled", aio::current_task().cancelling());
        throw;
      }
    });
  } catch (const aio::ExceptionGroup &error) {
    trace(error.what());
    for (const auto &each : error.exceptions())
      trace(each);
  }
  trace(waiting.cancelled(), aio::current_task().cancelling());
}

int main() { aio::run(program()); }
