// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/server.h>

#include <aio/net/os_error.h>
#include <aio/net/server_core.h>
#include <aio/sleep.h>

#include <cerrno>
#include <netinet/in.h>
#include <sys/stat.h>

namespace aio {
namespace {

using detail::Descriptor;
using detail::LoopState;
using detail::Ref;
using detail::ServerCore;
using detail::ServerSocket;
using detail::SocketAddress;

void set_option(const Descriptor &socket, int level, int option) {
  const int on = 1;
  if (setsockopt(socket.get(), level, option, &on, sizeof on) < 0)
    detail::throw_os_error(errno);
}

std::string lower(std::string text) {
  for (char &c : text)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

Ref<ServerSocket> bind_tcp(LoopState &loop, const SocketAddress &address) {
  Descriptor socket = detail::make_stream_socket(address.family());
  set_option(socket, SOL_SOCKET, SO_REUSEADDR);
  // IPv4 has a socket of its own.
  if (address.family() == AF_INET6)
    set_option(socket, IPPROTO_IPV6, IPV6_V6ONLY);
  if (bind(socket.get(), address.get(), address.size) < 0) {
    const int error = errno;
    detail::throw_os_error(error, ("error while attempting to bind on address " + address.repr() +
                                   ": " + lower(std::generic_category().message(error)))
                                      .c_str());
  }
  return new ServerSocket(loop, std::move(socket));
}

Ref<ServerSocket> bind_unix(LoopState &loop, const Text &path) {
  const SocketAddress address = SocketAddress::of_path(path.c_str());
  Descriptor socket = detail::make_stream_socket(AF_UNIX);
  struct stat status = {};
  if (stat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode))
    unlink(path.c_str());
  if (bind(socket.get(), address.get(), address.size) < 0) {
    const int error = errno;
    if (error == EADDRINUSE)
      detail::throw_os_error(
          error, (std::string("Address '") + path.c_str() + "' is already in use").c_str());
    detail::throw_os_error(error);
  }
  return new ServerSocket(loop, std::move(socket));
}

Coroutine<Server> make_server(Ref<LoopState> loop, std::vector<Ref<ServerSocket>> sockets,
                              detail::ProtocolFactory factory, ServerOptions options) {
  const Ref server(new ServerCore(*loop, std::move(sockets), std::move(factory), options.backlog));
  if (options.start_serving)
    co_await Server(*server).start_serving();
  co_return Server(*server);
}

} // namespace

Coroutine<Server> detail::serve_tcp(ProtocolFactory factory, Text host, int port,
                                    ServerOptions options) {
  const Ref loop(&running_loop_state());
  const std::vector<SocketAddress> addresses = co_await resolve(loop, std::move(host), port, true);
  std::vector<Ref<ServerSocket>> sockets;
  try {
    for (const SocketAddress &address : addresses)
      sockets.push_back(bind_tcp(*loop, address));
  } catch (...) {
    for (const Ref<ServerSocket> &socket : sockets)
      socket->close();
    throw;
  }
  co_return co_await make_server(loop, std::move(sockets), std::move(factory), options);
}

Coroutine<Server> detail::serve_unix(ProtocolFactory factory, Text path, ServerOptions options) {
  const Ref loop(&running_loop_state());
  // NOLINTNEXTLINE(async-blocking-call): looks at one path, once, as asyncio does
  std::vector<Ref<ServerSocket>> sockets{bind_unix(*loop, path)};
  co_return co_await make_server(loop, std::move(sockets), std::move(factory), options);
}

Server::Server(ServerCore &core) : core_(&core) {}

ServerCore &Server::core() const {
  if (!core_)
    throw InvalidStateError("empty Server");
  return static_cast<ServerCore &>(*core_);
}

void Server::close() const { core().close(); }
bool Server::is_serving() const { return core().is_serving(); }
Text Server::repr() const { return core().repr().c_str(); }
int Server::port() const { return core().is_closed() ? 0 : core().sockets().front()->port(); }

Array<Text> Server::sockets() const {
  Array<Text> names;
  for (const Ref<ServerSocket> &socket : core().sockets())
    names.push_back(socket->repr().c_str());
  return names;
}

Coroutine<void> Server::wait_closed() const { return wait_closed(*this); }
Coroutine<void> Server::start_serving() const { return start_serving(*this); }
Coroutine<void> Server::serve_forever() const { return serve_forever(*this); }
Coroutine<Server> Server::enter() const { return enter(*this); }
Coroutine<bool> Server::exit(std::exception_ptr) const { return exit(*this); }

Coroutine<void> Server::wait_closed(Server self) {
  ServerCore &core = self.core();
  if (core.is_closed() || core.woken)
    co_return;
  const Future<void> waiter = detail::make_waiter(core.loop());
  core.close_waiters.push_back(waiter);
  co_await waiter;
}

Coroutine<void> Server::start_serving(Server self) {
  self.core().start_serving();
  // The sockets listen from the next turn of the loop on.
  co_await sleep(0);
}

Coroutine<void> Server::serve_forever(Server self) {
  ServerCore &core = self.core();
  if (core.serving_forever)
    throw RuntimeError(
        ("server " + core.repr() + " is already being awaited on serve_forever()").c_str());
  if (core.is_closed())
    throw RuntimeError(("server " + core.repr() + " is closed").c_str());
  core.start_serving();
  const Future<void> forever = detail::make_waiter(core.loop());
  core.serving_forever = forever;
  struct ForgetAtExit {
    ServerCore &core;
    ~ForgetAtExit() { core.serving_forever = {}; }
  } const guard{core};
  std::exception_ptr cancelled;
  try {
    co_await forever;
  } catch (const CancelledError &) {
    cancelled = std::current_exception();
  }
  self.close();
  co_await self.wait_closed();
  std::rethrow_exception(cancelled);
}

Coroutine<Server> Server::enter(Server self) { co_return self; }

Coroutine<bool> Server::exit(Server self) {
  self.close();
  co_await self.wait_closed();
  co_return false;
}

} // namespace aio
