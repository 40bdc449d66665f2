// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>

#include <chrono>

namespace yaclib {

template <class Event = void> class WaitGroup final {
public:
  explicit WaitGroup(std::size_t count = 0) noexcept;
  void Add(std::size_t count = 1) noexcept;
  void Done(std::size_t count = 1) noexcept;
  template <class... V, class... E> void Attach(FutureBase<V, E> &...futures) noexcept;
  void Wait() noexcept;
  auto operator co_await() noexcept { return detail::GroupAwaiter{}; }
  auto AwaitOn(IExecutor &executor) noexcept { return detail::GroupAwaiter{}; }
  template <class Rep, class Period>
  bool WaitFor(const std::chrono::duration<Rep, Period> &timeout);
  template <class Clock, class Duration>
  bool WaitUntil(const std::chrono::time_point<Clock, Duration> &deadline);
};

} // namespace yaclib
