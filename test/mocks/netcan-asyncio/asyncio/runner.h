// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asyncio/event_loop.h>
#include <asyncio/schedule_task.h>

#include <tuple>

namespace asyncio {

template <typename T> T run(Task<T> &&main);
template <typename T> T run(Task<T> &main);

template <typename Rep, typename Period>
[[nodiscard]] Task<> sleep(std::chrono::duration<Rep, Period> delay);

template <typename R, typename Rep, typename Period>
[[nodiscard]] Task<R> wait_for(Task<R> &&future, std::chrono::duration<Rep, Period> timeout);

template <typename... Rs> [[nodiscard]] Task<std::tuple<Rs...>> gather(Task<Rs> &&...futures);

} // namespace asyncio
