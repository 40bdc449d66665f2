// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <chrono>

namespace userver {
inline namespace v2_0 {
namespace engine {

template <class Rep, class Period>
void SleepFor(const std::chrono::duration<Rep, Period> &duration) {}

} // namespace engine
} // namespace v2_0
} // namespace userver
