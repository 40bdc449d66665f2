// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/exe/executor.hpp>

#include <coroutine>

namespace yaclib {

namespace detail {
class [[nodiscard]] OnAwaiter {
public:
  explicit OnAwaiter(IExecutor &executor) noexcept;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  void await_resume() const noexcept {}
};
} // namespace detail

inline detail::OnAwaiter On(IExecutor &executor) noexcept { return detail::OnAwaiter{executor}; }

} // namespace yaclib
