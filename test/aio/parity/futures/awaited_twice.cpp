// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> work() { co_return 42; }

aio::Coroutine<void> bug() {
  throw ValueError("bug");
  co_return;
}

aio::Coroutine<void> program() {
  auto coroutine = work();
  trace(co_await std::move(coroutine));
  try {
    co_await std::move(coroutine);
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  auto task = aio::create_task(bug());
  for (int i = 0; i < 2; ++i) {
    try {
      co_await task;
    } catch (const ValueError &error) {
      trace(error);
    }
  }
}

int main() { aio::run(program()); }
