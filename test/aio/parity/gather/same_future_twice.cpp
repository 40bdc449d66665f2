// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> work() {
  trace("work runs once");
  co_return 42;
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  for (int i = 0; i < 2; ++i) {
    const auto [first, second] = co_await aio::gather(task, task);
    trace(first, second);
  }
}

int main() { aio::run(program()); }
