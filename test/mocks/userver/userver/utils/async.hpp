// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <userver/engine/async.hpp>

#include <string>

namespace userver {
inline namespace v2_0 {
namespace utils {

template <class F>
[[nodiscard]] engine::TaskWithResult<int> Async(engine::TaskProcessor &processor, std::string name,
                                                F &&function) {
  __builtin_unreachable();
}
template <class F> [[nodiscard]] engine::TaskWithResult<int> Async(std::string name, F &&function) {
  __builtin_unreachable();
}
template <class F>
[[nodiscard]] engine::TaskWithResult<int> SharedAsync(std::string name, F &&function) {
  __builtin_unreachable();
}
template <class F>
[[nodiscard]] engine::TaskWithResult<int> CriticalAsync(std::string name, F &&function) {
  __builtin_unreachable();
}
template <class F>
[[nodiscard]] engine::TaskWithResult<int> SharedCriticalAsync(std::string name, F &&function) {
  __builtin_unreachable();
}

} // namespace utils
} // namespace v2_0
} // namespace userver
