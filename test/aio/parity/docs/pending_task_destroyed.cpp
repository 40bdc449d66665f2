// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> waits(aio::Future<void> fut) { co_await fut; }

int main() {
  aio::EventLoop loop;
  loop.create_task(waits(loop.create_future()), "forgotten");
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  trace("close");
  loop.close();
  trace("end");
}
