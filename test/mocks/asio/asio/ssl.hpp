// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/basic_socket.hpp>

namespace asio::ssl {

template <typename Stream> class stream {
public:
  void handshake(int type);
  void shutdown();
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
  template <typename Token> initiated_t<Token> async_handshake(int type, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
  template <typename Token> initiated_t<Token> async_shutdown(Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
};

} // namespace asio::ssl
