// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/coro/Lazy.h>

#include <tuple>

namespace async_simple::coro {

template <template <typename> typename LazyType, typename... Ts>
Lazy<std::tuple<Try<Ts>...>> collectAll(LazyType<Ts>... inputs);

} // namespace async_simple::coro
