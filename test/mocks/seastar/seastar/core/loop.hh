// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

enum class stop_iteration { no, yes };

template <class F> future<> repeat(F &&action) noexcept { __builtin_unreachable(); }
template <class Stop, class F> future<> do_until(Stop condition, F action) noexcept {
  __builtin_unreachable();
}
template <class Range, class F> future<> do_for_each(Range &range, F action) noexcept {
  __builtin_unreachable();
}
template <class Range, class F> future<> parallel_for_each(Range &&range, F &&action) noexcept {
  __builtin_unreachable();
}

} // namespace seastar
