// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

int main() {
  aio::EventLoop loop;
  loop.call_soon([&] {
    trace("stops");
    loop.call_soon([] { trace("scheduled before stop"); });
    loop.stop();
    loop.call_soon([] { trace("scheduled after stop"); });
  });
  loop.call_soon([] { trace("same turn"); });
  loop.run_forever();
  trace("stopped", loop.is_running(), loop.is_closed());
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  trace("stopped again");
  loop.close();
  trace("closed", loop.is_closed());
}
