// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &error) {
    trace("first", error, aio::current_task().cancelling());
  }
  co_await aio::sleep(0);
  trace("not again");
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  co_await aio::sleep(0);
  const bool one = task.cancel("one"), two = task.cancel("two");
  trace(one, two);
  try {
    co_await task;
    trace("ends well", task.cancelled(), task.cancelling());
  } catch (const aio::CancelledError &error) {
    trace("main", error, task.cancelled(), task.cancelling());
  }
}

int main() { aio::run(program()); }
