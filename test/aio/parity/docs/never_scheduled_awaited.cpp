// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> test(std::string how) {
  trace("scheduled by", how);
  co_return;
}

aio::Coroutine<void> program() {
  co_await test("await");
  auto task = aio::create_task(test("create_task"));
  trace("main waits");
  co_await task;
}

int main() { aio::run(program()); }
