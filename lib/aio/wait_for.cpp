// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/wait_for.h>

#include <aio/wait_guards.h>

namespace aio::detail {
namespace {

/// Not an await of the future itself, which would pass on a cancellation of this wait to it.
Coroutine<void> cancel_and_wait(Ref<FutureCore> future) {
  const Future<void> waiter = get_running_loop().create_future();
  const WhenDone done(future, [waiter](FutureCore &) { release(waiter); });
  future->cancel({});
  co_await waiter;
}

void throw_timeout_if_cancelled(FutureCore &future) {
  try {
    future.check_result();
  } catch (const CancelledError &) {
    throw TimeoutError("");
  }
}

} // namespace

Coroutine<void> wait_until_done(Ref<FutureCore> future, Duration timeout) {
  future->check_belongs_to(running_loop_state());
  if (timeout.seconds() <= 0) {
    if (future->done())
      co_return;
    co_await cancel_and_wait(future);
    throw_timeout_if_cancelled(*future);
    co_return;
  }
  EventLoop &loop = get_running_loop();
  const Future<void> waiter = loop.create_future();
  std::exception_ptr cancelled;
  {
    const ReleaseLater timer(loop, timeout, waiter);
    const WhenDone done(future, [waiter](FutureCore &) { release(waiter); });
    try {
      co_await waiter;
    } catch (const CancelledError &) {
      cancelled = std::current_exception();
    }
  }
  if (!future->done())
    co_await cancel_and_wait(future);
  else if (!cancelled)
    co_return;
  else if (!future->cancelled())
    // As when an await of the future itself is cancelled at its end.
    static_cast<void>(future->exception());
  if (cancelled)
    std::rethrow_exception(cancelled);
  throw_timeout_if_cancelled(*future);
}

} // namespace aio::detail
