// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> inner() {
  std::exception_ptr cancelled;
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
    cancelled = std::current_exception();
  }
  trace("inner cancelled");
  co_await aio::sleep(0);
  trace("inner ends");
  std::rethrow_exception(cancelled);
}

aio::Coroutine<void> outer(aio::Task<void> task) {
  Finally finally([&] { trace("outer ends", task.cancelled()); });
  co_await task;
}

aio::Coroutine<void> program() {
  auto inner_task = aio::create_task(inner());
  auto outer_task = aio::create_task(outer(inner_task));
  co_await aio::sleep(0);
  outer_task.cancel();
  trace("cancelling", outer_task.cancelling(), inner_task.cancelling());
  try {
    co_await outer_task;
  } catch (const aio::CancelledError &) {
    trace("main", outer_task.cancelled());
  }
}

int main() { aio::run(program()); }
