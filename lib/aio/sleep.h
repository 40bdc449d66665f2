// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/duration.h>

namespace aio {

/// Suspends for at least that long, to the millisecond; 0 or less lets the loop run everything
/// else that is ready once.
Coroutine<void> sleep(Duration delay);

/// The same, with a result.
template <class T> Coroutine<T> sleep(Duration delay, T result) {
  co_await sleep(delay);
  co_return std::move(result);
}

} // namespace aio
