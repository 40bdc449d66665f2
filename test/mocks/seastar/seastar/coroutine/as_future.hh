// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <seastar/core/coroutine.hh>

namespace seastar {

namespace internal {
template <class T> class [[nodiscard]] as_future_awaiter {
public:
  explicit as_future_awaiter(future<T> &&future) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  future<T> await_resume();
};
} // namespace internal

namespace coroutine {
template <class T = void> auto as_future(future<T> &&future) noexcept {
  return internal::as_future_awaiter<T>(std::move(future));
}
} // namespace coroutine

} // namespace seastar
