// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coro/task.hpp>

#include <tuple>

namespace coro {

template <typename... return_types>
[[nodiscard]] auto when_all(task<return_types>... tasks) -> task<std::tuple<return_types...>>;

} // namespace coro
