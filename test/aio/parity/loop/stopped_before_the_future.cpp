// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

int main() {
  aio::EventLoop loop;
  auto future = loop.create_future<int>();
  loop.call_soon([&] { loop.stop(); });
  try {
    loop.run_until_complete(future);
  } catch (const aio::RuntimeError &error) {
    trace(error);
  }
  loop.call_soon([&] { future.set_result(42); });
  trace("second run", loop.run_until_complete(future));
  loop.close();
}
