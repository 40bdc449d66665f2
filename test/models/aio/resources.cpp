// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must be closed, and what closes it.
#include <aio/aio.h>
#include <aio/net.h>

#include <memory>

std::shared_ptr<aio::Protocol> make();

aio::Coroutine<void> transports(int port) {
  auto [open, protocol] = co_await aio::create_connection(make, "localhost", port);  // expect: async-unclosed-transport: 'open' is never closed
  auto [closed, other] = co_await aio::create_connection(make, "localhost", port);
  closed.close();
}

aio::Coroutine<void> aborted(int port) {
  auto [transport, protocol] = co_await aio::create_connection(make, "localhost", port);
  transport.abort();
}

aio::Coroutine<void> servers(int port) {
  auto open = co_await aio::create_server(make, "localhost", port);  // expect: async-unclosed-transport: 'open' is never closed
  auto closed = co_await aio::create_server(make, "localhost", port);
  closed.close();
}

aio::Coroutine<void> for_ever(int port) {
  auto server = co_await aio::create_server(make, "localhost", port);
  co_await server.serve_forever();
}
