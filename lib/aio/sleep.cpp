// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/sleep.h>

#include <aio/event_loop.h>

namespace aio {
namespace {

struct CancelAtExit {
  TimerHandle timer;
  ~CancelAtExit() { timer.cancel(); }
};

} // namespace

Coroutine<void> sleep(Duration delay) {
  if (delay.seconds() <= 0) {
    co_await detail::Yield();
    co_return;
  }
  EventLoop &loop = get_running_loop();
  const Future<void> wakeup = loop.create_future<void>();
  const CancelAtExit guard{loop.call_later(delay, [wakeup] {
    if (!wakeup.done())
      wakeup.set_result();
  })};
  co_await wakeup;
}

} // namespace aio
