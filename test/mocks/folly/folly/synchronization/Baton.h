// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <atomic>
#include <chrono>

namespace folly {

template <bool MayBlock = true, template <class> class Atom = std::atomic> class Baton {
public:
  Baton() noexcept;
  bool ready() const noexcept;
  void reset() noexcept;
  void post() noexcept;
  void wait() noexcept;
  bool try_wait() const noexcept;
  template <class Rep, class Period>
  bool try_wait_for(const std::chrono::duration<Rep, Period> &timeout) noexcept;
  template <class Clock, class Duration>
  bool try_wait_until(const std::chrono::time_point<Clock, Duration> &deadline) noexcept;
};

} // namespace folly
