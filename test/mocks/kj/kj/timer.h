// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <kj/async.h>

namespace kj {

class Duration {};
class TimePoint {};
constexpr Duration SECONDS = Duration();
Duration operator*(int n, Duration unit);

class Timer {
public:
  virtual TimePoint now() const = 0;
  virtual Promise<void> atTime(TimePoint time) = 0;
  virtual Promise<void> afterDelay(Duration delay) = 0;
  template <typename T> Promise<T> timeoutAt(TimePoint time, Promise<T> &&promise);
  template <typename T> Promise<T> timeoutAfter(Duration delay, Promise<T> &&promise);
};

} // namespace kj
