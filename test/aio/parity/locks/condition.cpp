// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(std::string name, aio::Condition condition) {
  co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
    co_await condition.wait();
    trace(name, "woken", condition.locked());
  });
}

aio::Coroutine<void> program() {
  aio::Condition condition;
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b", "c", "d"})
    tasks.push_back(aio::create_task(waits(name, condition)));
  co_await aio::sleep(0);
  for (int n : {1, 2}) {
    co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
      condition.notify(n);
      trace("notified", n);
      co_await aio::sleep(0);
    });
    for (int turn = 0; turn < 5; ++turn)
      co_await aio::sleep(0);
  }
  co_await aio::with(condition, [&]() -> aio::Coroutine<void> {
    condition.notify_all();
    co_return;
  });
  co_await aio::gather(tasks);
  for (const auto &call : {std::function<void()>([&] { condition.notify(); }),
                           std::function<void()>([&] { condition.notify_all(); })}) {
    try {
      call();
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
  }
  try {
    co_await condition.wait();
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
}

int main() { aio::run(program()); }
