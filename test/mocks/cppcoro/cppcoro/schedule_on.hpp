// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {

template <class Scheduler, class T> task<T> schedule_on(Scheduler &scheduler, task<T> awaitable) {
  co_await scheduler.schedule();
  co_return co_await std::move(awaitable);
}

} // namespace cppcoro
