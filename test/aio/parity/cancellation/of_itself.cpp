// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> awaits() {
  trace("cancel", aio::current_task().cancel("mine"));
  trace("goes on");
  try {
    co_await aio::sleep(0);
    trace("never");
  } catch (const aio::CancelledError &error) {
    trace(error);
    throw;
  }
  co_return 0;
}

aio::Coroutine<int> ends() {
  aio::current_task().cancel();
  trace("ends");
  co_return 42;
}

aio::Coroutine<int> fails() {
  aio::current_task().cancel();
  throw ValueError("goes first");
  co_return 0;
}

aio::Coroutine<int> awaits_what_is_done() {
  auto done = aio::get_running_loop().create_future<int>();
  done.set_result(1);
  aio::current_task().cancel();
  trace("no suspension", co_await done);
  co_await aio::sleep(0);
  trace("never");
  co_return 0;
}

aio::Coroutine<void> program() {
  for (const auto work : {awaits, ends, fails, awaits_what_is_done}) {
    auto task = aio::create_task(work());
    try {
      co_await task;
    } catch (const aio::CancelledError &) {
      trace("cancelled", task.cancelled());
    } catch (const ValueError &error) {
      trace(error);
    }
  }
}

int main() { aio::run(program()); }
