// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/future.hh>

namespace seastar {

class thread_attributes {};

class thread {
public:
  thread() = default;
  template <class F> thread(F function) {}
  template <class F> thread(thread_attributes attributes, F function) {}
  thread(thread &&other) noexcept = default;
  ~thread();
  future<> join();
  static void yield();
};

template <class F> auto async(F &&function) noexcept -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}
template <class F>
auto async(thread_attributes attributes, F &&function) noexcept
    -> futurize_t<std::invoke_result_t<F>> {
  __builtin_unreachable();
}

} // namespace seastar
