// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/executors.hpp>

#include <coroutine>
#include <exception>
#include <utility>

namespace asio::experimental {

template <typename Yield, typename Return = void, typename Executor = any_io_executor> struct coro;

namespace detail {

template <typename Yield, typename Return, typename Executor> struct coro_promise {
  explicit coro_promise(const any_io_executor &executor);
  auto initial_suspend() noexcept { return std::suspend_always{}; }
  auto final_suspend() noexcept { return std::suspend_always{}; }
  coro<Yield, Return, Executor> get_return_object() { return coro<Yield, Return, Executor>{this}; }
  void unhandled_exception() { error = std::current_exception(); }
  void return_void() {}
  void destroy() { std::coroutine_handle<coro_promise>::from_promise(*this).destroy(); }

  std::exception_ptr error;
};

} // namespace detail

template <typename Yield, typename Return, typename Executor> struct coro {
  coro(coro &&other) noexcept : coro_(std::exchange(other.coro_, nullptr)) {}
  coro(const coro &) = delete;
  ~coro() {
    if (coro_ != nullptr)
      coro_->destroy();
  }
  bool is_open() const noexcept;

  struct awaitable_t {
    coro &self;
    bool await_ready() const;
    template <typename Promise> auto await_suspend(std::coroutine_handle<Promise> awaiting) -> bool;
    Return await_resume();
  };
  auto operator co_await() { return awaitable_t{*this}; }

private:
  friend struct detail::coro_promise<Yield, Return, Executor>;
  explicit coro(detail::coro_promise<Yield, Return, Executor> *promise) : coro_(promise) {}
  detail::coro_promise<Yield, Return, Executor> *coro_;
};

} // namespace asio::experimental

template <typename Yield, typename Return, typename Executor, typename... Args>
struct std::coroutine_traits<asio::experimental::coro<Yield, Return, Executor>, Args...> {
  using promise_type = asio::experimental::detail::coro_promise<Yield, Return, Executor>;
};
