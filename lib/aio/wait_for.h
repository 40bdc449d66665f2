// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/schedule.h>

namespace aio {

namespace detail {
/// Throws TimeoutError if the time ended the future, CancelledError if the waiting task was
/// cancelled; otherwise the future is done.
Coroutine<void> wait_until_done(Ref<FutureCore> future, Duration timeout);
} // namespace detail

/// The result of the coroutine, task or future, which is cancelled after that long: once that
/// has ended it, throws TimeoutError. If it ends otherwise in spite of that, so does the wait. A
/// coroutine becomes a task of its own, unless there is no timeout. If the wait is cancelled, so
/// is what it waits for, and it goes on only when that has ended. shield() it to avoid both.
template <Schedulable A>
Coroutine<detail::ResultOf<A>>
wait_for(A awaitable, std::optional<Duration> timeout,
         std::source_location where = std::source_location::current()) {
  if (!timeout)
    co_return co_await std::move(awaitable);
  Future<detail::ResultOf<A>> future = ensure_future(std::move(awaitable), where);
  co_await detail::wait_until_done(detail::FutureAccess::state(future), *timeout);
  co_return std::move(future).result();
}

} // namespace aio
