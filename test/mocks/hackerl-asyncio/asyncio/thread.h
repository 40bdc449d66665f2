// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asyncio/task.h>

#include <type_traits>

namespace asyncio {

namespace detail {

template <typename T> task::Task<T> begun();

} // namespace detail

template <typename F> task::Task<std::invoke_result_t<F>> toThread(F function) {
  return detail::begun<std::invoke_result_t<F>>();
}
template <typename F> task::Task<std::invoke_result_t<F>> toThreadPool(F function) {
  return detail::begun<std::invoke_result_t<F>>();
}

} // namespace asyncio
