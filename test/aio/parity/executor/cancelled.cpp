// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

#include <future>

std::promise<void> begun, go_on;

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  auto future = loop.run_in_executor([] {
    begun.set_value();
    go_on.get_future().wait();
    trace("work ends");
  });
  begun.get_future().wait();
  const bool accepted = future.cancel();
  trace(accepted, future.cancelled());
  try {
    co_await future;
  } catch (const aio::CancelledError &) {
    trace("cancelled");
  }
  trace("main ends");
  go_on.set_value();
}

int main() {
  aio::run(program());
  trace("end");
}
