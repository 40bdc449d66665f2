// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/server_core.h>

#include <aio/counters.h>
#include <aio/net/os_error.h>

#include <cerrno>

namespace aio::detail {
namespace {

/// Seconds until a socket that met a limit of the system listens again.
constexpr double accept_retry_delay = 1;

} // namespace

ServerSocket::ServerSocket(LoopState &loop, Descriptor socket)
    : loop_(&loop), socket_(std::move(socket)), watcher_(loop, socket_.get(), *this) {
  loop.resources.add(*this);
  count_transport(1);
}

ServerSocket::~ServerSocket() {
  count_transport(-1);
  if (socket_) {
    report_unclosed();
    loop_->resources.remove(*this);
    watcher_.close();
  }
}

void ServerSocket::listen(ServerCore &server, int backlog) {
  server_ = &server;
  backlog_ = backlog;
  if (::listen(socket_.get(), backlog) < 0)
    throw_os_error(errno);
  watcher_.watch_reading(true);
}

void ServerSocket::close() noexcept {
  const Ref<ServerSocket> self(this);
  loop_->resources.remove(*this);
  watcher_.close();
  socket_.close();
  server_ = {};
}

void ServerSocket::loop_closing() noexcept {
  report_unclosed();
  close();
}

void ServerSocket::report_unclosed() noexcept {
  if (!loop_->debug)
    return;
  const std::string message = "unclosed " + describe_socket("socket.socket", socket_.get());
  ExceptionContext context;
  context.message = message.c_str();
  context.kind = ReportKind::resource_warning;
  loop_->report(context);
}

void ServerSocket::read_ready() {
  // No more than that, so that others have their turn.
  for (int i = 0; i < backlog_ && socket_; ++i) {
    Descriptor accepted(accept4(socket_.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (accepted) {
      server_->accepted(std::move(accepted));
      continue;
    }
    const int error = errno;
    if (error == EAGAIN || error == EWOULDBLOCK || error == EINTR || error == ECONNABORTED)
      return;
    if (error != EMFILE && error != ENFILE && error != ENOBUFS && error != ENOMEM)
      throw_os_error(error);
    retry_later(error);
    return;
  }
}

/// The system would say again and again that somebody waits.
void ServerSocket::retry_later(int error) {
  ExceptionContext context;
  context.message = "socket.accept() out of system resource";
  context.exception = make_os_error(error);
  loop_->report(context);
  watcher_.watch_reading(false);
  loop_->call_at(
      loop_->time() + accept_retry_delay,
      [self = Ref<ServerSocket>(this)] {
        if (self->server_)
          self->watcher_.watch_reading(true);
      },
      std::source_location::current());
}

ServerCore::ServerCore(LoopState &loop, std::vector<Ref<ServerSocket>> sockets,
                       ProtocolFactory factory, int backlog)
    : loop_(&loop), sockets_(std::move(sockets)), factory_(std::move(factory)), backlog_(backlog) {}

ServerCore::~ServerCore() = default;

void ServerCore::start_serving() {
  if (serving_)
    return;
  serving_ = true;
  for (const Ref<ServerSocket> &socket : sockets_)
    socket->listen(*this, backlog_);
}

void ServerCore::close() {
  if (is_closed())
    return;
  const Ref<ServerCore> self(this);
  for (const Ref<ServerSocket> &socket : std::exchange(sockets_, {}))
    socket->close();
  serving_ = false;
  if (const Future<void> waiter = std::exchange(serving_forever, {}))
    waiter.cancel();
  if (connections_ == 0)
    wake_waiters();
}

void ServerCore::detach() {
  if (--connections_ == 0 && is_closed())
    wake_waiters();
}

void ServerCore::wake_waiters() {
  woken = true;
  for (const Future<void> &waiter : std::exchange(close_waiters, {}))
    wake_up(waiter);
}

void ServerCore::accepted(Descriptor socket) {
  // NOLINTNEXTLINE(async-discarded-task): nobody waits for it, and it reports its errors itself
  loop_->owner->create_task(accept_connection(this, std::move(socket)));
}

Coroutine<void> ServerCore::accept_connection(Ref<ServerCore> self, Descriptor socket) {
  Ref<SocketTransport> transport;
  try {
    transport = new SocketTransport(*self->loop_, std::move(socket), self->factory_(), self);
    co_await start_transport(transport);
  } catch (...) {
    if (!self->loop_->debug)
      co_return;
    ExceptionContext context;
    context.message = "Error on transport creation for incoming connection";
    context.exception = std::current_exception();
    const Text description = transport ? transport->repr() : Text();
    if (transport)
      context.transport = description.c_str();
    self->loop_->report(context);
  }
}

std::string ServerCore::repr() const {
  std::string text = "<Server sockets=(";
  for (const Ref<ServerSocket> &socket : sockets_)
    text += (socket.get() == sockets_.front().get() ? "" : ", ") + socket->repr();
  return text + (sockets_.size() == 1 ? ",)>" : ")>");
}

} // namespace aio::detail
