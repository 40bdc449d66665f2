// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {

template <typename Rep, typename Period> Lazy<void> sleep(std::chrono::duration<Rep, Period> time);
template <typename Rep, typename Period>
Lazy<void> sleep(Executor *executor, std::chrono::duration<Rep, Period> time);

} // namespace async_simple::coro
