// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> bug() {
  throw Exception("not consumed");
  co_return;
}

int main() {
  aio::EventLoop loop;
  loop.create_task(bug());
  loop.call_later(0.01, [&] { loop.stop(); });
  loop.run_forever();
  trace("stopped");
  loop.close();
}
