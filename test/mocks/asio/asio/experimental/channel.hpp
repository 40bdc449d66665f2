// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

namespace asio::experimental {

namespace detail {

template <typename Derived, typename Executor, typename... Signatures>
class channel_send_functions {
public:
  template <typename... Args> bool try_send(Args &&...args);
  template <typename Token> initiated_t<Token> async_send(int error, int value, Token &&token) {
    return asio::detail::begun<initiated_t<Token>>();
  }
};

} // namespace detail

template <typename Executor, typename Traits, typename... Signatures>
class basic_channel
    : public detail::channel_send_functions<basic_channel<Executor, Traits, Signatures...>,
                                            Executor, Signatures...> {
public:
  explicit basic_channel(io_context &context, unsigned long size = 0);
  void close();
  void cancel();
  template <typename Token> initiated_t<Token, int> async_receive(Token &&token) {
    return asio::detail::begun<initiated_t<Token, int>>();
  }
};

template <typename Executor, typename Traits, typename... Signatures>
class basic_concurrent_channel
    : public detail::channel_send_functions<
          basic_concurrent_channel<Executor, Traits, Signatures...>, Executor, Signatures...> {
public:
  explicit basic_concurrent_channel(io_context &context, unsigned long size = 0);
  template <typename Token> initiated_t<Token, int> async_receive(Token &&token) {
    return asio::detail::begun<initiated_t<Token, int>>();
  }
};

template <typename... Signatures>
using channel = basic_channel<any_io_executor, int, Signatures...>;
template <typename... Signatures>
using concurrent_channel = basic_concurrent_channel<any_io_executor, int, Signatures...>;

} // namespace asio::experimental
