// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

namespace boost::mysql {

class any_connection {
public:
  void connect(int params);
  void execute(const char *query, int &result);
  void start_execution(const char *query, int &state);
  void prepare_statement(const char *query);
  void close_statement(int statement);
  void read_some_rows(int &state);
  void read_resultset_head(int &state);
  void ping();
  void reset_connection();
  void close();
  void run_pipeline(int request, int &result);
  void set_character_set(int charset);
  template <typename Token> void async_connect(int params, Token &&token) {}
  template <typename Token> void async_execute(const char *query, int &result, Token &&token) {}
  template <typename Token>
  void async_start_execution(const char *query, int &state, Token &&token) {}
  template <typename Token> void async_prepare_statement(const char *query, Token &&token) {}
  template <typename Token> void async_close_statement(int statement, Token &&token) {}
  template <typename Token> void async_read_some_rows(int &state, Token &&token) {}
  template <typename Token> void async_read_resultset_head(int &state, Token &&token) {}
  template <typename Token> void async_ping(Token &&token) {}
  template <typename Token> void async_reset_connection(Token &&token) {}
  template <typename Token> void async_close(Token &&token) {}
  template <typename Token> void async_run_pipeline(int request, int &result, Token &&token) {}
  template <typename Token> void async_set_character_set(int charset, Token &&token) {}
};

template <typename Stream> class connection {
public:
  void connect(int params);
  void execute(const char *query, int &result);
  void start_execution(const char *query, int &state);
  void prepare_statement(const char *query);
  void close_statement(int statement);
  void read_some_rows(int &state);
  void read_resultset_head(int &state);
  void ping();
  void reset_connection();
  void close();
  void handshake(int params);
  void quit();
  template <typename Token> void async_connect(int params, Token &&token) {}
  template <typename Token> void async_execute(const char *query, int &result, Token &&token) {}
  template <typename Token>
  void async_start_execution(const char *query, int &state, Token &&token) {}
  template <typename Token> void async_prepare_statement(const char *query, Token &&token) {}
  template <typename Token> void async_close_statement(int statement, Token &&token) {}
  template <typename Token> void async_read_some_rows(int &state, Token &&token) {}
  template <typename Token> void async_read_resultset_head(int &state, Token &&token) {}
  template <typename Token> void async_ping(Token &&token) {}
  template <typename Token> void async_reset_connection(Token &&token) {}
  template <typename Token> void async_close(Token &&token) {}
  template <typename Token> void async_handshake(int params, Token &&token) {}
  template <typename Token> void async_quit(Token &&token) {}
};
using tcp_connection = connection<int>;

class connection_pool {
public:
  template <typename Token> void async_run(Token &&token) {}
  template <typename Token> void async_get_connection(Token &&token) {}
};

} // namespace boost::mysql
