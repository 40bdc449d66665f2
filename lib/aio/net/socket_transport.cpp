// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/socket_transport.h>

#include <aio/net/address.h>
#include <aio/net/os_error.h>
#include <aio/net/read_buffer.h>

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string_view>

namespace aio::detail {

SocketTransport::SocketTransport(LoopState &loop, Descriptor socket, ProtocolHandle protocol,
                                 Ref<ConnectionCounter> server)
    : BufferedTransport(loop, std::move(socket), std::move(protocol)), server_(std::move(server)),
      number_(descriptor()) {
  const SocketAddress address = local_address(number_);
  sockname_ = address.repr().c_str();
  // Now, as the peer may be gone when somebody asks.
  peername_ = peer_address(number_).repr().c_str();
  socket_ = describe_socket("asyncio.TransportSocket", number_).c_str();
  if (address.family() != AF_UNIX) {
    const int on = 1;
    setsockopt(number_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  if (server_)
    server_->attach();
}

Text SocketTransport::get_extra_info(const char *name) const {
  const std::string_view wanted = name;
  if (wanted == "peername")
    return peername_;
  if (wanted == "sockname")
    return sockname_;
  if (wanted == "socket")
    return socket_;
  return {};
}

void SocketTransport::close() {
  if (is_closing())
    return;
  set_closing();
  watcher().watch_reading(false);
  if (!buffer().empty())
    return;
  set_lost();
  finish_soon(nullptr);
}

void SocketTransport::write(BytesView data) {
  if (write_eof_)
    throw RuntimeError("Cannot call write() after write_eof()");
  if (data.empty())
    return;
  if (is_lost() || !is_open())
    drop_write("socket.send() raised exception.");
  else
    write_or_keep(data);
}

ssize_t SocketTransport::write_some(BytesView data) noexcept {
  return send(descriptor(), data.data(), data.size(), MSG_NOSIGNAL);
}

void SocketTransport::written() {
  if (is_closing())
    finish(nullptr);
  else if (write_eof_)
    shutdown(descriptor(), SHUT_WR);
}

void SocketTransport::write_eof() {
  if (is_closing() || write_eof_)
    return;
  write_eof_ = true;
  if (buffer().empty() && shutdown(descriptor(), SHUT_WR) < 0)
    throw_os_error(errno);
}

void SocketTransport::begin_reading() {
  if (!read_eof_)
    TransportCore::begin_reading();
}

void SocketTransport::read_ready() {
  if (is_lost())
    return;
  char *const data = read_buffer();
  const ssize_t count = recv(descriptor(), data, read_buffer_size, 0);
  if (count == 0) {
    received_eof();
    return;
  }
  if (count < 0) {
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
      fail(make_os_error(errno), "Fatal read error on socket transport");
    return;
  }
  const ProtocolHandle protocol = get_protocol();
  try {
    protocol->data_received({data, static_cast<std::size_t>(count)});
  } catch (...) {
    fail(std::current_exception(), "Fatal error: protocol.data_received() call failed.");
  }
}

void SocketTransport::received_eof() {
  read_eof_ = true;
  const ProtocolHandle protocol = get_protocol();
  bool keep_open = false;
  try {
    keep_open = protocol->eof_received();
  } catch (...) {
    fail(std::current_exception(), "Fatal error: protocol.eof_received() call failed.");
    return;
  }
  if (keep_open)
    watcher().watch_reading(false);
  else
    close();
}

void SocketTransport::finish(const std::exception_ptr &exception) {
  struct DetachAtExit {
    Ref<ConnectionCounter> server;
    ~DetachAtExit() {
      if (server)
        server->detach();
    }
  } const guard{std::move(server_)};
  BufferedTransport::finish(exception);
}

void SocketTransport::loop_closing() noexcept {
  const Ref<SocketTransport> self(this);
  const Ref<ConnectionCounter> server = std::move(server_);
  BufferedTransport::loop_closing();
}

Text SocketTransport::repr() const {
  std::string text = "<_SelectorSocketTransport";
  if (!is_open())
    text += " closed";
  else if (is_closing())
    text += " closing";
  text += " fd=" + std::to_string(number_);
  if (watcher().is_open()) {
    text += watcher().watches_reading() ? " read=polling" : " read=idle";
    text += watcher().watches_writing() ? " write=<polling" : " write=<idle";
    text += ", bufsize=" + std::to_string(get_write_buffer_size()) + ">";
  }
  return (text + ">").c_str();
}

} // namespace aio::detail
