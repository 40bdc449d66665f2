// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future<int>();
  future.add_done_callback([](auto) { throw KeyError("callback"); });
  future.add_done_callback([](auto done) { trace("second", done.result()); });
  future.set_result(1);
  trace("main", co_await future);
  co_await aio::sleep(0);
  trace("end");
}

int main() { aio::run(program()); }
