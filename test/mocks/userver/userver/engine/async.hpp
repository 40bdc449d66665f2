// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <userver/engine/task/task_with_result.hpp>

namespace userver {
inline namespace v2_0 {
namespace engine {

template <class F> TaskWithResult<int> AsyncNoSpan(TaskProcessor &processor, F &&function) {
  __builtin_unreachable();
}
template <class F> TaskWithResult<int> AsyncNoSpan(F &&function) { __builtin_unreachable(); }
template <class F> TaskWithResult<int> SharedAsyncNoSpan(F &&function) { __builtin_unreachable(); }
template <class F> TaskWithResult<int> CriticalAsyncNoSpan(F &&function) {
  __builtin_unreachable();
}
template <class F> TaskWithResult<int> SharedCriticalAsyncNoSpan(F &&function) {
  __builtin_unreachable();
}

} // namespace engine
} // namespace v2_0
} // namespace userver
