// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

template <class T, class F>
auto do_with(T &&value, F &&function) noexcept -> futurize_t<std::invoke_result_t<F, T &>> {
  __builtin_unreachable();
}

template <class Lock, class F>
auto with_lock(Lock &lock, F &&function) -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}

} // namespace seastar
