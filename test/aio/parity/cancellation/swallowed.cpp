// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<std::string> stubborn() {
  for (int turn = 0; turn < 2; ++turn) {
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      trace("swallows", turn, aio::current_task().cancelling());
    }
  }
  co_await aio::sleep(0);
  auto task = aio::current_task();
  const int first = task.uncancel(), second = task.uncancel(), third = task.uncancel();
  trace("uncancel", first, second, third);
  co_return "result";
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(stubborn());
  for (int i = 0; i < 2; ++i) {
    co_await aio::sleep(0);
    task.cancel();
    co_await aio::sleep(0);
    trace("done", task.done(), task.cancelling());
  }
  const std::string result = co_await task;
  trace(result, task.cancelled());
}

int main() { aio::run(program()); }
