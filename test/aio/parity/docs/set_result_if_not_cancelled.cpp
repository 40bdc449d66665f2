// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

void finish(aio::Future<std::string> fut) {
  if (!fut.cancelled())
    fut.set_result("done");
}

aio::Coroutine<void> program() {
  auto &loop = aio::get_running_loop();
  for (bool cancels : {false, true}) {
    auto fut = loop.create_future<std::string>();
    loop.call_soon([fut] { finish(fut); });
    if (cancels)
      fut.cancel();
    try {
      trace("result", co_await fut);
    } catch (const aio::CancelledError &error) {
      trace(error);
    }
  }
}

int main() { aio::run(program()); }
