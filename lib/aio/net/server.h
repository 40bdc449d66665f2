// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/array.h>
#include <aio/net/connection.h>

namespace aio {

namespace detail {
class ServerCore;
}

struct ServerOptions {
  /// How many connections the system keeps until they are accepted.
  int backlog = 100;
  bool start_serving = true;
};

/// Listening sockets. A handle: copies refer to the same server, which serves until it is
/// closed, whoever holds it. Belongs to its loop's thread. In debug mode a socket that is open
/// when its loop closes is reported. aio::with() closes it at the end of the body.
class Server {
public:
  /// An empty handle, good for assigning to only.
  Server() = default;
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }

  /// Listens no more. Connections that were made go on.
  void close() const;
  /// As in Python 3.11: until the last connection ends, if the server is not closed; at once if it
  /// is.
  Coroutine<void> wait_closed() const;
  /// Does nothing if it serves already.
  Coroutine<void> start_serving() const;
  /// Until it is cancelled, also by close(): then the server closes, and CancelledError is
  /// thrown. Throws RuntimeError if it is closed, or if somebody waits here already.
  Coroutine<void> serve_forever() const;
  bool is_serving() const;

  /// Of the first socket; 0 for a Unix one and for a closed server.
  int port() const;
  /// As Python prints them; none for a closed server.
  Array<Text> sockets() const;
  Text repr() const;

  /// For aio::with().
  Coroutine<Server> enter() const;
  Coroutine<bool> exit(std::exception_ptr exception) const;

  explicit Server(detail::ServerCore &core);

private:
  static Coroutine<void> wait_closed(Server self);
  static Coroutine<void> start_serving(Server self);
  static Coroutine<void> serve_forever(Server self);
  static Coroutine<Server> enter(Server self);
  static Coroutine<bool> exit(Server self);
  detail::ServerCore &core() const;

  detail::Ref<detail::RefCounted> core_;
};

namespace detail {
Coroutine<Server> serve_tcp(ProtocolFactory factory, Text host, int port, ServerOptions options);
Coroutine<Server> serve_unix(ProtocolFactory factory, Text path, ServerOptions options);
} // namespace detail

/// Listens on all addresses of the host, or of the machine for an empty host; port 0 is any free
/// one, see Server::port(). The factory makes the protocol of each connection, as that of
/// create_connection() does. Throws OSError, GaiError for an unknown host.
template <class F>
Coroutine<Server> create_server(F factory, Text host, int port, ServerOptions options = {}) {
  co_return co_await detail::serve_tcp(std::move(factory), std::move(host), port, options);
}

/// The same with a Unix socket at that path. A socket that is there is replaced, any other file
/// is not.
template <class F>
Coroutine<Server> create_unix_server(F factory, Text path, ServerOptions options = {}) {
  co_return co_await detail::serve_unix(std::move(factory), std::move(path), options);
}

} // namespace aio
