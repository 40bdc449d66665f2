// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>

namespace seastar {

namespace internal {
struct exception_awaiter {
  std::exception_ptr eptr;
  explicit exception_awaiter(std::exception_ptr error) noexcept;
  bool await_ready() noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  void await_resume() noexcept {}
};
} // namespace internal

namespace coroutine {

struct exception {
  std::exception_ptr eptr;
  explicit exception(std::exception_ptr error) noexcept;
};

[[nodiscard]] exception return_exception_ptr(std::exception_ptr error) noexcept;
template <class T> [[nodiscard]] exception return_exception(T &&error) noexcept;

inline auto operator co_await(exception error) noexcept {
  return internal::exception_awaiter(error.eptr);
}

} // namespace coroutine
} // namespace seastar
