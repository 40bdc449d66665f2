// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

int main() {
  aio::EventLoop loop;
  loop.call_soon([] { trace("first, of this thread"); });
  std::thread thread([&] {
    loop.call_soon_threadsafe([] { trace("second, of the other"); });
    loop.call_soon_threadsafe([] { trace("third, of the other"); });
  });
  thread.join();
  loop.call_soon([] { trace("fourth, of this thread"); });
  loop.call_soon_threadsafe([&] { loop.stop(); });
  trace("run");
  loop.run_forever();
  loop.close();
}
