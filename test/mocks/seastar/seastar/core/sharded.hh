// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/smp.hh>

namespace seastar {

template <class Service> class sharded {
public:
  sharded() noexcept {}
  sharded(const sharded &) = delete;
  ~sharded();
  template <class... Args> future<> start(Args &&...args) noexcept;
  template <class... Args> future<> start_single(Args &&...args) noexcept;
  future<> stop() noexcept;
  template <class F> future<> invoke_on_all(F function) noexcept { __builtin_unreachable(); }
  template <class F> future<> invoke_on_others(F function) noexcept { __builtin_unreachable(); }
  template <class F>
  auto invoke_on(unsigned shard, F &&function)
      -> futurize_t<std::invoke_result_t<F, Service &>> {
    __builtin_unreachable();
  }
  Service &local() noexcept;
};

} // namespace seastar
