// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> work() {
  throw aio::CancelledError("thrown");
  co_return;
}

aio::Coroutine<void> program() {
  auto task = aio::create_task(work());
  try {
    co_await task;
  } catch (const aio::CancelledError &error) {
    trace(error, task.cancelled(), task.cancelling());
  }
  trace("main goes on", aio::current_task().cancelling());
  for (const auto &call : {std::function<void()>([&] { task.result(); }),
                           std::function<void()>([&] { task.exception(); })}) {
    try {
      call();
    } catch (const aio::CancelledError &) {
      trace("CancelledError");
    }
  }
}

int main() { aio::run(program()); }
