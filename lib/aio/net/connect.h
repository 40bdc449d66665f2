// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/address.h>
#include <aio/net/connection.h>
#include <aio/net/descriptor.h>
#include <aio/net/socket_transport.h>
#include <aio/net/waiter.h>

namespace aio::detail {

/// A stream socket of that family that does not block and is not inherited.
Descriptor make_stream_socket(int family);

/// A socket that is connected to the address; on failure or cancellation it is closed.
Coroutine<Descriptor> connect_socket(Ref<LoopState> loop, SocketAddress address);

/// Starts a transport and waits until connection_made() has been called; on failure or
/// cancellation the transport is closed.
template <class T> Coroutine<void> start_transport(Ref<T> transport) {
  const Future<void> waiter = make_waiter(transport->loop());
  try {
    transport->start(waiter);
    co_await waiter;
  } catch (...) {
    transport->close();
    throw;
  }
}

} // namespace aio::detail
