// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

aio::Coroutine<int> work() {
  trace("work starts");
  co_return 1;
}

aio::Coroutine<void> program() {
  auto future = aio::get_running_loop().create_future();
  for (double timeout : {0, -1}) {
    try {
      co_await aio::wait_for(future, timeout);
    } catch (const aio::TimeoutError &error) {
      trace(error, future.cancelled());
    } catch (const aio::CancelledError &) {
      trace("it was cancelled before");
    }
  }
  auto done = aio::create_task(work());
  co_await done;
  trace(co_await aio::wait_for(done, 0));
}

int main() { aio::run(program()); }
