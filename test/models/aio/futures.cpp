// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Results that somebody else produces.
#include <aio/aio.h>

aio::Coroutine<int> work();

aio::Coroutine<void> from_another_loop(aio::EventLoop &loop) {
  auto dropped = aio::run_coroutine_threadsafe(work(), loop);
  aio::run_coroutine_threadsafe(work(), loop);  // expect: async-discarded-task: its error is lost
  auto asked = aio::run_coroutine_threadsafe(work(), loop);
  while (!asked.done())
    co_await aio::sleep(1);
  (void)asked.result();
  (void)dropped.result();  // expect: async-blocking-wait: 'aio::ConcurrentFuture::result' blocks the event loop
  co_return;
}

aio::Coroutine<void> cancelled(aio::Future<int> future) {
  future.cancel();
  if (!future.cancelled())
    future.set_result(1);
  co_return;
}
