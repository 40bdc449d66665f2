// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/async/future.hpp>
#include <yaclib/exe/executor.hpp>

#include <chrono>
#include <coroutine>

namespace yaclib {
namespace detail {

struct GroupAwaiter {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};

} // namespace detail

template <class Event = void> class WaitGroup final {
public:
  explicit WaitGroup(std::size_t count = 0) noexcept;
  void Add(std::size_t count = 1) noexcept;
  void Done(std::size_t count = 1) noexcept;
  template <class... V, class... E> void Attach(FutureBase<V, E> &...futures) noexcept;
  void Wait() noexcept;
  auto operator co_await() noexcept { return detail::GroupAwaiter(); }
  auto AwaitOn(IExecutor &executor) noexcept { return detail::GroupAwaiter(); }
  template <class Rep, class Period>
  bool WaitFor(const std::chrono::duration<Rep, Period> &timeout);
  template <class Clock, class Duration>
  bool WaitUntil(const std::chrono::time_point<Clock, Duration> &deadline);
};

} // namespace yaclib
