// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits_for(std::vector<int> &values, aio::Condition condition) {
  co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
    trace("length", co_await condition.wait_for([&] { return values.size() >= 2; }));
  });
}

aio::Coroutine<void> cancelled(aio::Condition condition) {
  co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
    try {
      co_await condition.wait();
    } catch (const aio::CancelledError &) {
      trace("cancelled, locked", condition.locked());
      throw;
    }
  });
}

aio::Coroutine<void> program() {
  aio::Condition condition;
  std::vector<int> values;
  auto task = aio::create_task(waits_for(values, condition));
  co_await aio::sleep(0);
  for (int value = 0; value < 3; ++value) {
    co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
      values.push_back(value);
      trace("value", value);
      condition.notify();
      co_return;
    });
    for (int turn = 0; turn < 3; ++turn)
      co_await aio::sleep(0);
  }
  co_await task;
  task = aio::create_task(cancelled(condition));
  co_await aio::sleep(0);
  task.cancel();
  co_await aio::wait(task);
  trace(task.cancelled(), condition.locked());
}

int main() { aio::run(program()); }
