// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

int main() {
  aio::EventLoop loop;
  loop.call_soon([&] {
    trace("first");
    loop.call_soon([] { trace("second"); });
  });
  loop.call_later(10, [] { trace("never"); });
  loop.stop();
  loop.run_forever();
  trace("stopped");
  loop.run_until_complete(aio::sleep(0));
  trace("end");
  loop.close();
}
