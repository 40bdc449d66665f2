// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cppcoro/task.hpp>

#include <tuple>

namespace cppcoro {

template <typename... T> [[nodiscard]] task<std::tuple<T...>> when_all(task<T>... awaitables);

} // namespace cppcoro
