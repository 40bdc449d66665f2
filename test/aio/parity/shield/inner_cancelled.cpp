// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<void> program() {
  auto inner = aio::create_task(aio::sleep(3600));
  auto outer = aio::shield(inner);
  co_await aio::sleep(0);
  inner.cancel("why");
  try {
    co_await outer;
  } catch (const aio::CancelledError &) {
    trace("cancelled", outer.cancelled(), inner.cancelled());
  }
  auto done = aio::get_running_loop().create_future<int>();
  done.set_result(42);
  trace(aio::shield(done) == done);
  trace(co_await aio::wait_for(aio::shield(done), 10));
}

int main() { aio::run(program()); }
