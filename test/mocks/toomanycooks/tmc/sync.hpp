// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <tmc/task.hpp>

#include <future>

namespace tmc {

template <class E> [[nodiscard]] std::future<int> post_waitable(E &&executor, task<int> &&task) {
  __builtin_unreachable();
}

} // namespace tmc
