// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <concurrencpp/results/result.h>

namespace concurrencpp {

template <class type> class lazy_result;

namespace details {

template <class type> class lazy_result_state {
public:
  lazy_result<type> get_return_object() noexcept;
  void unhandled_exception() noexcept { exception = std::current_exception(); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  type get();

  std::exception_ptr exception;
};

template <class type>
struct lazy_promise : lazy_result_state<type>, return_value_struct<lazy_promise<type>, type> {};

} // namespace details

template <class type> class lazy_awaitable {
public:
  lazy_awaitable(std::coroutine_handle<details::lazy_result_state<type>> state) noexcept
      : state_(state) {}
  ~lazy_awaitable() noexcept { state_.destroy(); }
  bool await_ready() const noexcept { return state_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept;
  type await_resume() { return state_.promise().get(); }

private:
  std::coroutine_handle<details::lazy_result_state<type>> state_;
};

template <class type> class lazy_result {
public:
  lazy_result() noexcept = default;
  lazy_result(lazy_result &&other) noexcept : state_(std::exchange(other.state_, {})) {}
  lazy_result(std::coroutine_handle<details::lazy_result_state<type>> state) noexcept
      : state_(state) {}
  ~lazy_result() noexcept {
    if (static_cast<bool>(state_))
      state_.destroy();
  }
  lazy_result &operator=(lazy_result &&other) noexcept {
    std::swap(state_, other.state_);
    return *this;
  }

  explicit operator bool() const noexcept { return static_cast<bool>(state_); }
  result_status status() const;
  auto operator co_await() { return lazy_awaitable<type>{std::exchange(state_, {})}; }
  auto resolve() { return lazy_awaitable<type>{std::exchange(state_, {})}; }
  result<type> run();

private:
  std::coroutine_handle<details::lazy_result_state<type>> state_;
};

} // namespace concurrencpp

template <class type, class... arguments>
struct std::coroutine_traits<concurrencpp::lazy_result<type>, arguments...> {
  using promise_type = concurrencpp::details::lazy_promise<type>;
};
