// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {

template <typename T> T sync_wait(task<T> &&awaitable);
template <typename T> T sync_wait(task<T> &awaitable);

} // namespace cppcoro
