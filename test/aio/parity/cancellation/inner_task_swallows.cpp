// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> inner() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    trace("inner swallows");
  }
  co_return "result";
}

aio::Coroutine<void> outer(aio::Task<std::string> task) {
  trace("outer has", co_await task);
  co_await aio::sleep(0);
  trace("outer goes on");
}

aio::Coroutine<void> program() {
  auto inner_task = aio::create_task(inner());
  auto outer_task = aio::create_task(outer(inner_task));
  co_await aio::sleep(0);
  outer_task.cancel();
  co_await outer_task;
  trace("main", outer_task.cancelled(), outer_task.cancelling());
}

int main() { aio::run(program()); }
