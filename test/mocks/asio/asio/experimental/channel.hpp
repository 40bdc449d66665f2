// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

namespace asio::experimental {

template <typename Executor, typename Traits, typename... Signatures> class basic_channel {
public:
  explicit basic_channel(io_context &context, unsigned long size = 0);
  void close();
  void cancel();
  template <typename... Args> bool try_send(Args &&...args);
  template <typename Handler> bool try_receive(Handler &&handler) { return false; }
  template <typename Token> initiated_t<Token> async_send(int error, int value, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
  template <typename Token> initiated_t<Token, int> async_receive(Token &&token) {
    return detail::begun<initiated_t<Token, int>>();
  }
};

template <typename Executor, typename Traits, typename... Signatures>
class basic_concurrent_channel {
public:
  explicit basic_concurrent_channel(io_context &context, unsigned long size = 0);
  template <typename... Args> bool try_send(Args &&...args);
  template <typename Token> initiated_t<Token> async_send(int error, int value, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
  template <typename Token> initiated_t<Token, int> async_receive(Token &&token) {
    return detail::begun<initiated_t<Token, int>>();
  }
};

template <typename... Signatures>
using channel = basic_channel<any_io_executor, int, Signatures...>;
template <typename... Signatures>
using concurrent_channel = basic_concurrent_channel<any_io_executor, int, Signatures...>;

} // namespace asio::experimental
