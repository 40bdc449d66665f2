// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + ! RuntimeWarning: coroutine 'part' was never awaited

aio::Coroutine<std::string> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
  co_return name;
}

aio::Coroutine<void> adds(aio::TaskGroup group) {
  co_await aio::sleep(0);
  group.create_task(part("added", 3));
  trace("adds ends");
}

aio::Coroutine<void> program() {
  aio::Task<std::string> first;
  aio::TaskGroup group;
  co_await aio::with(group, [&]() -> aio::Coroutine<void> {
    first = group.create_task(part("first", 2), "named");
    group.create_task(adds(group));
    trace("body ends", first.get_name());
    co_return;
  });
  trace("group ends", first.result());
  try {
    group.create_task(part("late", 1));
  } catch (const aio::RuntimeError &error) {
    const std::string text = error.what();
    trace(text.substr(text.rfind("> ") + 2));
  }
  co_await aio::with(aio::TaskGroup(), []() -> aio::Coroutine<void> {
    trace("an empty one");
    co_return;
  });
}

int main() { aio::run(program()); }
