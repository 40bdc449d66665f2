// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

#include <chrono>

namespace asio {

template <typename Clock> struct wait_traits {};

template <typename Clock, typename WaitTraits = wait_traits<Clock>,
          typename Executor = any_io_executor>
class basic_waitable_timer {
public:
  using duration = typename Clock::duration;
  using time_point = typename Clock::time_point;

  explicit basic_waitable_timer(const Executor &executor);
  explicit basic_waitable_timer(io_context &context);
  basic_waitable_timer(const Executor &executor, const duration &expiry);
  basic_waitable_timer(basic_waitable_timer &&other);
  ~basic_waitable_timer();
  unsigned long cancel();
  unsigned long cancel_one();
  unsigned long expires_after(const duration &expiry);
  unsigned long expires_at(const time_point &expiry);
  void wait();
  template <typename Token> initiated_t<Token> async_wait(Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
};

using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;

template <typename Executor = any_io_executor> class basic_signal_set {
public:
  explicit basic_signal_set(io_context &context, int signal);
  void cancel();
  template <typename Token> initiated_t<Token, int> async_wait(Token &&token) {
    return detail::begun<initiated_t<Token, int>>();
  }
};
using signal_set = basic_signal_set<>;

} // namespace asio
