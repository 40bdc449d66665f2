// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/server.h>
#include <aio/net/stream_writer.h>

namespace aio {

/// For `auto [reader, writer] = co_await open_connection(...)`.
struct Streams {
  StreamReader reader;
  StreamWriter writer;
};

/// As create_connection(). limit, in bytes: see StreamReader.
Coroutine<Streams> open_connection(Text host, int port,
                                   std::size_t limit = StreamReader::default_limit);
/// As create_unix_connection().
Coroutine<Streams> open_unix_connection(Text path, std::size_t limit = StreamReader::default_limit);

namespace detail {

/// What a server calls for each connection, of any number at the same time.
class ClientConnected : public RefCounted {
public:
  /// The coroutine, if the callback is one.
  virtual std::optional<Coroutine<void>> call(StreamReader reader, StreamWriter writer) = 0;
};

template <class F> class ClientConnectedFunction final : public ClientConnected {
public:
  explicit ClientConnectedFunction(F function) : function_(std::move(function)) {}
  std::optional<Coroutine<void>> call(StreamReader reader, StreamWriter writer) override {
    if constexpr (std::is_void_v<std::invoke_result_t<F &, StreamReader, StreamWriter>>) {
      function_(std::move(reader), std::move(writer));
      return std::nullopt;
    } else {
      return function_(std::move(reader), std::move(writer));
    }
  }

private:
  F function_;
};

/// Makes the protocol of one connection.
ProtocolHandle make_server_protocol(Ref<ClientConnected> callback, std::size_t limit);

template <class F> ProtocolFactory server_protocol_factory(F callback, std::size_t limit) {
  return [callback = Ref<ClientConnected>(new ClientConnectedFunction<F>(std::move(callback))),
          limit] { return make_server_protocol(callback, limit); };
}

} // namespace detail

/// As create_server(), with callback(StreamReader, StreamWriter) for each connection. What
/// returns Coroutine<void> becomes a task; the callback lives until the last of them has ended.
/// An exception of it is reported, and closes the connection.
template <class F>
Coroutine<Server> start_server(F callback, Text host, int port, ServerOptions options = {},
                               std::size_t limit = StreamReader::default_limit) {
  co_return co_await detail::serve_tcp(detail::server_protocol_factory(std::move(callback), limit),
                                       std::move(host), port, options);
}

/// As create_unix_server(), likewise.
template <class F>
Coroutine<Server> start_unix_server(F callback, Text path, ServerOptions options = {},
                                    std::size_t limit = StreamReader::default_limit) {
  co_return co_await detail::serve_unix(detail::server_protocol_factory(std::move(callback), limit),
                                        std::move(path), options);
}

} // namespace aio
