// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sleep.h>

#include <aio/wait_guards.h>

namespace aio {

Coroutine<void> sleep(Duration delay) {
  if (delay.seconds() <= 0) {
    co_await detail::Yield();
    co_return;
  }
  EventLoop &loop = get_running_loop();
  const Future<void> wakeup = loop.create_future<void>();
  const detail::ReleaseLater timer(loop, delay, wakeup);
  co_await wakeup;
}

} // namespace aio
