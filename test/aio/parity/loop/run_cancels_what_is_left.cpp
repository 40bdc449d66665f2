// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> cleans_up() {
  std::exception_ptr cancelled;
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    cancelled = std::current_exception();
  }
  trace("cleans up");
  co_await aio::sleep(0);
  trace("cleaned up");
  std::rethrow_exception(cancelled);
}

aio::Coroutine<void> fails() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    throw ValueError("at the end");
  }
}

aio::Coroutine<void> never_runs() {
  trace("never");
  co_return;
}

aio::Coroutine<int> program() {
  aio::create_task(cleans_up());
  aio::create_task(fails());
  co_await aio::sleep(0);
  aio::create_task(never_runs()).cancel();
  trace("main ends");
  co_return 42;
}

int main() { trace(aio::run(program())); }
