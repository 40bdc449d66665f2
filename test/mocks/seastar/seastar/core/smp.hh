// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

class smp {
public:
  template <class F>
  static auto submit_to(unsigned shard, F &&function) noexcept
      -> futurize_t<std::invoke_result_t<F>> {
    __builtin_unreachable();
  }
  template <class F> static future<> invoke_on_all(F &&function) noexcept {
    __builtin_unreachable();
  }
  template <class F> static future<> invoke_on_others(unsigned shard, F function) noexcept {
    __builtin_unreachable();
  }
};

} // namespace seastar
