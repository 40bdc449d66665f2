// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <boost/asio/awaitable.hpp>

namespace boost::beast {

struct flat_buffer {};

template <typename Protocol, typename Executor = asio::any_io_executor, typename RatePolicy = int>
class basic_stream {
public:
  void connect(int peer);
  unsigned long read_some(int buffers);
  unsigned long write_some(int buffers);
  void close();
  void cancel();
  void expires_after(int time);
  void expires_at(int time);
  void expires_never();
  template <typename Token> void async_connect(int peer, Token &&token) {}
  template <typename Token> void async_read_some(int buffers, Token &&token) {}
  template <typename Token> void async_write_some(int buffers, Token &&token) {}
};
using tcp_stream = basic_stream<int>;

namespace http {

template <typename Stream, typename Buffer, typename Message>
unsigned long read(Stream &stream, Buffer &buffer, Message &message);
template <typename Stream, typename Buffer, typename Parser>
unsigned long read_header(Stream &stream, Buffer &buffer, Parser &parser);
template <typename Stream, typename Buffer, typename Parser>
unsigned long read_some(Stream &stream, Buffer &buffer, Parser &parser);
template <typename Stream, typename Message>
unsigned long write(Stream &stream, const Message &message);
template <typename Stream, typename Serializer>
unsigned long write_header(Stream &stream, Serializer &serializer);
template <typename Stream, typename Serializer>
unsigned long write_some(Stream &stream, Serializer &serializer);
template <typename Stream, typename Buffer, typename Message, typename Token>
void async_read(Stream &stream, Buffer &buffer, Message &message, Token &&token) {}
template <typename Stream, typename Buffer, typename Message, typename Token>
void async_read_header(Stream &stream, Buffer &buffer, Message &message, Token &&token) {}
template <typename Stream, typename Buffer, typename Message, typename Token>
void async_read_some(Stream &stream, Buffer &buffer, Message &message, Token &&token) {}
template <typename Stream, typename Message, typename Token>
void async_write(Stream &stream, Message &message, Token &&token) {}
template <typename Stream, typename Message, typename Token>
void async_write_header(Stream &stream, Message &message, Token &&token) {}
template <typename Stream, typename Message, typename Token>
void async_write_some(Stream &stream, Message &message, Token &&token) {}

} // namespace http

namespace websocket {

template <typename NextLayer, bool deflateSupported = true> class stream {
public:
  void accept();
  void handshake(const char *host, const char *target);
  void close(int reason);
  void ping(int payload);
  void pong(int payload);
  unsigned long read(flat_buffer &buffer);
  unsigned long read_some(flat_buffer &buffer, int limit);
  unsigned long write(int buffers);
  unsigned long write_some(bool fin, int buffers);
  template <typename Token> void async_accept(Token &&token) {}
  template <typename Token>
  void async_handshake(const char *host, const char *target, Token &&token) {}
  template <typename Token> void async_close(int reason, Token &&token) {}
  template <typename Token> void async_ping(int payload, Token &&token) {}
  template <typename Token> void async_pong(int payload, Token &&token) {}
  template <typename Token> void async_read(flat_buffer &buffer, Token &&token) {}
  template <typename Token> void async_read_some(flat_buffer &buffer, int limit, Token &&token) {}
  template <typename Token> void async_write(int buffers, Token &&token) {}
  template <typename Token> void async_write_some(bool fin, int buffers, Token &&token) {}
};

} // namespace websocket
} // namespace boost::beast
