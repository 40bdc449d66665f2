// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/coro/Lazy.h>

namespace async_simple::coro {

template <typename LazyType> typename std::decay_t<LazyType>::ValueType syncAwait(LazyType &&lazy);
template <typename LazyType>
typename std::decay_t<LazyType>::ValueType syncAwait(LazyType &&lazy, Executor *executor);

} // namespace async_simple::coro
