// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <asio/tokens.hpp>

#include <cstddef>

namespace asio {

struct mutable_buffer {};

template <typename Protocol, typename Executor = any_io_executor> class basic_socket {
public:
  explicit basic_socket(io_context &context);
  void close();
  void cancel();
  void connect(const typename Protocol::endpoint &peer);
  void wait(int what);
  bool non_blocking() const;
  void non_blocking(bool mode);
  template <typename Token>
  initiated_t<Token> async_connect(const typename Protocol::endpoint &peer, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
  template <typename Token> initiated_t<Token> async_wait(int what, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_stream_socket : public basic_socket<Protocol, Executor> {
public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers> std::size_t send(const Buffers &buffers);
  template <typename Buffers> std::size_t receive(const Buffers &buffers);
  template <typename Buffers> std::size_t write_some(const Buffers &buffers);
  template <typename Buffers> std::size_t read_some(const Buffers &buffers);
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_send(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_receive(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_write_some(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_read_some(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
};

/// Datagram, raw and sequenced packet sockets have the same operations, as far as they have them.
template <typename Protocol, typename Executor = any_io_executor>
class basic_datagram_socket : public basic_socket<Protocol, Executor> {
public:
  using endpoint = typename Protocol::endpoint;
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers> std::size_t receive(const Buffers &buffers);
  template <typename Buffers> std::size_t receive_from(const Buffers &buffers, endpoint &peer);
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_send(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_send_to(const Buffers &buffers, const endpoint &peer,
                                                Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_receive(const Buffers &buffers, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_receive_from(const Buffers &buffers, endpoint &peer,
                                                     Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_raw_socket : public basic_socket<Protocol, Executor> {
public:
  using endpoint = typename Protocol::endpoint;
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers> std::size_t receive(const Buffers &buffers);
  template <typename Buffers> std::size_t receive_from(const Buffers &buffers, endpoint &peer);
};

template <typename Protocol, typename Executor = any_io_executor>
class basic_seq_packet_socket : public basic_socket<Protocol, Executor> {
public:
  using basic_socket<Protocol, Executor>::basic_socket;
  template <typename Buffers> std::size_t send(const Buffers &buffers, int flags);
  template <typename Buffers> std::size_t receive(const Buffers &buffers, int &flags);
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_send(const Buffers &buffers, int flags, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
  template <typename Buffers, typename Token>
  initiated_t<Token, std::size_t> async_receive(const Buffers &buffers, int &flags, Token &&token) {
    return detail::begun<initiated_t<Token, std::size_t>>();
  }
};

template <typename Protocol, typename Executor = any_io_executor> class basic_socket_acceptor {
public:
  explicit basic_socket_acceptor(io_context &context);
  void close();
  void cancel();
  void accept(basic_stream_socket<Protocol, Executor> &peer);
  basic_stream_socket<Protocol, Executor> accept();
  void wait(int what);
  bool non_blocking() const;
  void non_blocking(bool mode);
  template <typename Token>
  initiated_t<Token> async_accept(basic_stream_socket<Protocol, Executor> &peer, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
  template <typename Token> initiated_t<Token> async_wait(int what, Token &&token) {
    return detail::begun<initiated_t<Token>>();
  }
};

namespace ip {

template <typename Protocol, typename Executor = any_io_executor> class basic_resolver {
public:
  explicit basic_resolver(io_context &context);
  int resolve(const char *host, const char *service);
  void cancel();
  template <typename Token>
  initiated_t<Token, int> async_resolve(const char *host, const char *service, Token &&token) {
    return detail::begun<initiated_t<Token, int>>();
  }
};

struct tcp {
  class endpoint {};
  using socket = basic_stream_socket<tcp>;
  using acceptor = basic_socket_acceptor<tcp>;
  using resolver = basic_resolver<tcp>;
};

struct udp {
  class endpoint {};
  using socket = basic_datagram_socket<udp>;
};

} // namespace ip

template <typename Socket, typename Endpoints>
void connect(Socket &socket, const Endpoints &endpoints);
template <typename Stream, typename Buffers>
std::size_t read(Stream &stream, const Buffers &buffers);
template <typename Stream, typename Buffers>
std::size_t read_until(Stream &stream, const Buffers &buffers, char end);
template <typename Stream, typename Buffers>
std::size_t write(Stream &stream, const Buffers &buffers);
template <typename Device, typename Buffers>
std::size_t read_at(Device &device, long offset, const Buffers &buffers);
template <typename Device, typename Buffers>
std::size_t write_at(Device &device, long offset, const Buffers &buffers);

template <typename Socket, typename Endpoints, typename Token>
initiated_t<Token> async_connect(Socket &socket, const Endpoints &endpoints, Token &&token) {
  return detail::begun<initiated_t<Token>>();
}
template <typename Stream, typename Buffers, typename Token>
initiated_t<Token, std::size_t> async_read(Stream &stream, const Buffers &buffers, Token &&token) {
  return detail::begun<initiated_t<Token, std::size_t>>();
}
template <typename Stream, typename Buffers, typename Token>
initiated_t<Token, std::size_t> async_read_until(Stream &stream, const Buffers &buffers, char end,
                                                 Token &&token) {
  return detail::begun<initiated_t<Token, std::size_t>>();
}
template <typename Stream, typename Buffers, typename Token>
initiated_t<Token, std::size_t> async_write(Stream &stream, const Buffers &buffers, Token &&token) {
  return detail::begun<initiated_t<Token, std::size_t>>();
}

} // namespace asio
