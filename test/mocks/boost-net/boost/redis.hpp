// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

namespace boost::redis {

template <typename Executor> class basic_connection {
public:
  template <typename Token> void async_run(int config, Token &&token) {}
  template <typename Token> void async_receive(Token &&token) {}
  template <typename Token> void async_receive2(Token &&token) {}
  template <typename Token> void async_exec(int request, int &response, Token &&token) {}
};

class connection {
public:
  template <typename Token> void async_run(int config, Token &&token) {}
  template <typename Token> void async_receive(Token &&token) {}
  template <typename Token> void async_receive2(Token &&token) {}
  template <typename Token> void async_exec(int request, int &response, Token &&token) {}
};

} // namespace boost::redis
