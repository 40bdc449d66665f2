// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the libraries on top of it use of Asio.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace boost::asio {

class any_io_executor {};
class io_context {};

template <typename T, typename Executor = any_io_executor> class awaitable;

namespace detail {

template <typename T, typename Executor> class awaitable_frame {
public:
  auto initial_suspend() noexcept { return std::suspend_always(); }
  auto final_suspend() noexcept { return std::suspend_always(); }
  void unhandled_exception() { error_ = std::current_exception(); }
  awaitable<T, Executor> get_return_object() noexcept { return awaitable<T, Executor>(this); }
  void return_void() {}
  void destroy() { std::coroutine_handle<awaitable_frame>::from_promise(*this).destroy(); }

private:
  std::exception_ptr error_;
};

} // namespace detail

template <typename T, typename Executor> class [[nodiscard]] awaitable {
public:
  using value_type = T;
  awaitable(awaitable &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
  ~awaitable() {
    if (frame_)
      frame_->destroy();
  }
  bool await_ready() const noexcept { return false; }
  template <typename Promise> void await_suspend(std::coroutine_handle<Promise> awaiting);
  T await_resume();

private:
  friend class detail::awaitable_frame<T, Executor>;
  explicit awaitable(detail::awaitable_frame<T, Executor> *frame) : frame_(frame) {}
  detail::awaitable_frame<T, Executor> *frame_;
};

class detached_t {};
constexpr detached_t detached;

} // namespace boost::asio

template <typename T, typename Executor, typename... Arguments>
struct std::coroutine_traits<boost::asio::awaitable<T, Executor>, Arguments...> {
  using promise_type = boost::asio::detail::awaitable_frame<T, Executor>;
};
