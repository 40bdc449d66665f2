// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/connect.h>

#include <aio/net/os_error.h>

#include <algorithm>
#include <cerrno>

namespace aio::detail {
namespace {

/// Until a socket has connected, or failed to.
class ConnectWatcher final : public WatcherListener {
public:
  ConnectWatcher(LoopState &loop, int socket)
      : connected(make_waiter(loop)), watcher_(loop, socket, *this) {
    watcher_.watch_writing(true);
  }
  void close() noexcept { watcher_.close(); }

  const Future<void> connected;

private:
  void write_ready() override {
    watcher_.watch_writing(false);
    wake_up(connected);
  }

  Watcher watcher_;
};

Coroutine<void> wait_until_connected(Ref<LoopState> loop, int socket) {
  const Ref watcher(new ConnectWatcher(*loop, socket));
  struct CloseAtExit {
    ConnectWatcher &watcher;
    ~CloseAtExit() { watcher.close(); }
  } const guard{*watcher};
  co_await watcher->connected;
}

std::string message_of(const std::exception_ptr &exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception &error) {
    return error.what();
  }
}

/// What asyncio makes of the failures with all of a host's addresses.
[[noreturn]] void throw_combined(const std::vector<std::exception_ptr> &failures) {
  std::string all;
  bool same = true;
  for (const std::exception_ptr &failure : failures) {
    same &= message_of(failure) == message_of(failures.front());
    all += (all.empty() ? "" : ", ") + message_of(failure);
  }
  if (same)
    std::rethrow_exception(failures.front());
  throw OSError(("Multiple exceptions: " + all).c_str());
}

Coroutine<Transport> make_connection(Ref<LoopState> loop, Descriptor socket,
                                     ProtocolFactory factory) {
  const Ref transport(new SocketTransport(*loop, std::move(socket), factory()));
  co_await start_transport(transport);
  co_return Transport(*transport);
}

} // namespace

Descriptor make_stream_socket(int family) {
  Descriptor made(socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!made)
    throw_os_error(errno);
  return made;
}

Coroutine<Descriptor> connect_socket(Ref<LoopState> loop, SocketAddress address) {
  Descriptor socket = make_stream_socket(address.family());
  if (connect(socket.get(), address.get(), address.size) == 0)
    co_return std::move(socket);
  if (errno != EINPROGRESS && errno != EINTR)
    throw_os_error(errno);
  co_await wait_until_connected(std::move(loop), socket.get());
  int error = 0;
  socklen_t size = sizeof error;
  if (getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) < 0)
    error = errno;
  if (error)
    throw_os_error(error, ("Connect call failed " + address.repr()).c_str());
  co_return std::move(socket);
}

Coroutine<Transport> connect_tcp(ProtocolFactory factory, Text host, int port) {
  const Ref loop(&running_loop_state());
  const std::vector<SocketAddress> addresses = co_await resolve(loop, std::move(host), port, false);
  std::vector<std::exception_ptr> failures;
  for (const SocketAddress &address : addresses) {
    Descriptor socket;
    try {
      socket = co_await connect_socket(loop, address);
    } catch (const OSError &) {
      failures.push_back(std::current_exception());
      continue;
    }
    co_return co_await make_connection(loop, std::move(socket), std::move(factory));
  }
  throw_combined(failures);
}

Coroutine<Transport> connect_unix(ProtocolFactory factory, Text path) {
  const Ref loop(&running_loop_state());
  Descriptor socket = co_await connect_socket(loop, SocketAddress::of_path(path.c_str()));
  co_return co_await make_connection(loop, std::move(socket), std::move(factory));
}

} // namespace aio::detail
