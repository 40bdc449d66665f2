// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/coroutine.h>
#include <aio/function.h>
#include <aio/net/transport.h>

namespace aio {

/// A transport and what the factory made for it.
template <class Pointer> struct Connection {
  Transport transport;
  Pointer protocol;
};

namespace detail {

using ProtocolFactory = MoveOnlyFunction<ProtocolHandle()>;

Coroutine<Transport> connect_tcp(ProtocolFactory factory, Text host, int port);
Coroutine<Transport> connect_unix(ProtocolFactory factory, Text path);
Coroutine<Transport> connect_read_pipe(ProtocolFactory factory, int descriptor);
Coroutine<Transport> connect_write_pipe(ProtocolFactory factory, int descriptor);

/// Keeps what the factory made, in its own type.
template <class F, class Pointer> ProtocolFactory remember(F &factory, Pointer &protocol) {
  return [&] {
    protocol = factory();
    return ProtocolHandle(protocol);
  };
}

} // namespace detail

/// Connects to a TCP server. The factory makes the protocol once the connection is there: a
/// std::shared_ptr, or a plain pointer to one that outlives it. Ends after connection_made().
/// Throws OSError if none of the host's addresses accepts it, GaiError for an unknown host.
template <class F>
Coroutine<Connection<std::invoke_result_t<F &>>> create_connection(F factory, Text host, int port) {
  std::invoke_result_t<F &> protocol{};
  Transport transport =
      co_await detail::connect_tcp(detail::remember(factory, protocol), std::move(host), port);
  co_return {std::move(transport), std::move(protocol)};
}

/// The same with a Unix socket.
template <class F>
Coroutine<Connection<std::invoke_result_t<F &>>> create_unix_connection(F factory, Text path) {
  std::invoke_result_t<F &> protocol{};
  Transport transport =
      co_await detail::connect_unix(detail::remember(factory, protocol), std::move(path));
  co_return {std::move(transport), std::move(protocol)};
}

/// Reads from a pipe, a socket or a character device. Takes the descriptor over, whether it
/// succeeds or not. Throws ValueError for anything else.
template <class F>
Coroutine<Connection<std::invoke_result_t<F &>>> connect_read_pipe(F factory, int descriptor) {
  std::invoke_result_t<F &> protocol{};
  Transport transport =
      co_await detail::connect_read_pipe(detail::remember(factory, protocol), descriptor);
  co_return {std::move(transport), std::move(protocol)};
}

/// Writes to one, likewise.
template <class F>
Coroutine<Connection<std::invoke_result_t<F &>>> connect_write_pipe(F factory, int descriptor) {
  std::invoke_result_t<F &> protocol{};
  Transport transport =
      co_await detail::connect_write_pipe(detail::remember(factory, protocol), descriptor);
  co_return {std::move(transport), std::move(protocol)};
}

} // namespace aio
