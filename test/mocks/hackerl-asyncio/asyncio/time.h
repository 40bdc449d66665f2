// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asyncio/task.h>

#include <chrono>

namespace asyncio {

task::Task<void, task::Error> sleep(std::chrono::milliseconds time);

template <typename T, typename E>
task::Task<T, E> timeout(task::Task<T, E> task, std::chrono::milliseconds time);

} // namespace asyncio
