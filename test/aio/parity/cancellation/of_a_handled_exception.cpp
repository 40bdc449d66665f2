// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> inner(aio::Future<void> future) {
  Finally finally([] { trace("inner ends"); });
  co_await future;
}

aio::Coroutine<void> work(aio::Future<void> future) {
  try {
    co_await inner(future);
  } catch (const ValueError &error) {
    trace("never", error);
  } catch (const aio::CancelledError &) {
    trace("cancelled instead");
    throw;
  }
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future();
  auto task = aio::create_task(work(future));
  co_await aio::sleep(0);
  future.set_exception(ValueError("lost"));
  task.cancel();
  co_await aio::wait(task);
  trace(task.cancelled());
  trace(future.exception());
}

int main() { aio::run(program()); }
