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

  explicit basic_waitable_timer(const Executor &executor);
  basic_waitable_timer(const Executor &executor, const duration &expiry);
  basic_waitable_timer(basic_waitable_timer &&other);
  ~basic_waitable_timer();
  unsigned long cancel();
  unsigned long expires_after(const duration &expiry);
  void wait();
  template <typename Token> typename detail::initiated<Token, void>::type async_wait(Token &&token);
};

using steady_timer = basic_waitable_timer<std::chrono::steady_clock>;

} // namespace asio
