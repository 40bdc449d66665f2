// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>

#include <chrono>

namespace yaclib {

template <class... Waited> void Wait(Waited &...futures) noexcept {}
template <class Rep, class Period, class... Waited>
bool WaitFor(const std::chrono::duration<Rep, Period> &timeout, Waited &...futures) noexcept {
  return true;
}
template <class Clock, class Duration, class... Waited>
bool WaitUntil(const std::chrono::time_point<Clock, Duration> &deadline,
               Waited &...futures) noexcept {
  return true;
}

} // namespace yaclib
