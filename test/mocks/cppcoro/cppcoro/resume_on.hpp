// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {

template <class Scheduler> task<void> resume_on(Scheduler &scheduler, task<void> awaitable) {
  co_await std::move(awaitable);
  co_await scheduler.schedule();
}

} // namespace cppcoro
