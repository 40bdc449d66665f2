// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/task.hpp>

namespace coro {

template <typename return_type> auto sync_wait(task<return_type> &&awaitable) -> return_type;

} // namespace coro
