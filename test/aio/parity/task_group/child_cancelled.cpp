// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> part(std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    co_await aio::sleep(0);
  trace(name, "ends");
}

aio::Coroutine<void> program() {
  aio::Task<void> child;
  co_await aio::with(aio::TaskGroup(), [&](aio::TaskGroup &group) -> aio::Coroutine<void> {
    child = group.create_task(part("cancelled", 100));
    group.create_task(part("other", 5));
    co_await aio::sleep(0);
    child.cancel();
  });
  trace("group ends", child.cancelled());
}

int main() { aio::run(program()); }
