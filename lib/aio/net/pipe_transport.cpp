// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/pipe_transport.h>

#include <aio/net/connect.h>
#include <aio/net/os_error.h>
#include <aio/net/read_buffer.h>

#include <cerrno>
#include <csignal>
#include <string_view>
#include <sys/stat.h>

namespace aio::detail {
namespace {

mode_t mode_of(int descriptor) {
  struct stat status = {};
  return fstat(descriptor, &status) == 0 ? status.st_mode : 0;
}

Text pipe_info(const char *name, int number) {
  if (std::string_view(name) != "pipe")
    return {};
  return ("<pipe fd=" + std::to_string(number) + ">").c_str();
}

/// write(), but without SIGPIPE, which would end the process.
ssize_t write_without_signal(int descriptor, BytesView data) noexcept {
  sigset_t pipe_signal;
  sigset_t former;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &former);
  const ssize_t count = ::write(descriptor, data.data(), data.size());
  const int error = errno;
  if (count < 0 && error == EPIPE && !sigismember(&former, SIGPIPE)) {
    const timespec now = {};
    sigtimedwait(&pipe_signal, nullptr, &now);
  }
  pthread_sigmask(SIG_SETMASK, &former, nullptr);
  errno = error;
  return count;
}

} // namespace

void check_pipe(const Descriptor &descriptor, const char *message) {
  const mode_t mode = mode_of(descriptor.get());
  if (!S_ISFIFO(mode) && !S_ISSOCK(mode) && !S_ISCHR(mode))
    throw ValueError(message);
}

ReadPipeTransport::ReadPipeTransport(LoopState &loop, Descriptor pipe, ProtocolHandle protocol)
    : TransportCore(loop, std::move(pipe), std::move(protocol)), number_(descriptor()) {}

Text ReadPipeTransport::get_extra_info(const char *name) const { return pipe_info(name, number_); }

void ReadPipeTransport::read_ready() {
  char *const data = read_buffer();
  const ssize_t count = ::read(descriptor(), data, read_buffer_size);
  if (count > 0) {
    get_protocol()->data_received({data, static_cast<std::size_t>(count)});
    return;
  }
  if (count == 0) {
    loop().call_soon([protocol = get_protocol()] { protocol->eof_received(); },
                     std::source_location::current());
    close();
    return;
  }
  if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
    return;
  const std::exception_ptr exception = make_os_error(errno);
  // A terminal whose other end is gone says EIO.
  if (errno != EIO)
    report_failure("Fatal read error on pipe transport", exception);
  close_with(exception);
}

void ReadPipeTransport::close_with(const std::exception_ptr &exception) {
  if (is_closing())
    return;
  set_closing();
  watcher().watch_reading(false);
  finish_soon(exception);
}

Text ReadPipeTransport::repr() const {
  std::string text = "<_UnixReadPipeTransport";
  if (!is_open())
    text += " closed";
  else if (is_closing())
    text += " closing";
  text += " fd=" + std::to_string(number_);
  if (watcher().is_open())
    text += watcher().watches_reading() ? " polling" : " idle";
  else
    text += is_open() ? " open" : " closed";
  return (text + ">").c_str();
}

WritePipeTransport::WritePipeTransport(LoopState &loop, Descriptor pipe, ProtocolHandle protocol)
    : BufferedTransport(loop, std::move(pipe), std::move(protocol)), number_(descriptor()),
      is_socket_(S_ISSOCK(mode_of(number_))),
      notices_end_(is_socket_ || S_ISFIFO(mode_of(number_))) {}

Text WritePipeTransport::get_extra_info(const char *name) const { return pipe_info(name, number_); }

void WritePipeTransport::begin_reading() {
  if (notices_end_ && !is_closing())
    watcher().watch_reading(true);
}

void WritePipeTransport::read_ready() {
  force_close(buffer().empty() ? nullptr : std::make_exception_ptr(BrokenPipeError("")));
}

void WritePipeTransport::write(BytesView data) {
  if (data.empty())
    return;
  if (is_closing())
    drop_write("pipe closed by peer or os.write(pipe, data) raised exception.");
  else
    write_or_keep(data);
}

ssize_t WritePipeTransport::write_some(BytesView data) noexcept {
  if (is_socket_)
    return send(descriptor(), data.data(), data.size(), MSG_NOSIGNAL);
  return write_without_signal(descriptor(), data);
}

void WritePipeTransport::written() {
  if (!is_closing())
    return;
  watcher().watch_reading(false);
  finish(nullptr);
}

void WritePipeTransport::write_eof() {
  if (is_closing())
    return;
  set_closing();
  if (!buffer().empty())
    return;
  watcher().watch_reading(false);
  set_lost();
  finish_soon(nullptr);
}

Text WritePipeTransport::repr() const {
  std::string text = "<_UnixWritePipeTransport";
  if (!is_open())
    text += " closed";
  else if (is_closing())
    text += " closing";
  text += " fd=" + std::to_string(number_);
  if (watcher().is_open())
    text += std::string(watcher().watches_writing() ? " polling" : " idle") +
            " bufsize=" + std::to_string(get_write_buffer_size());
  else
    text += is_open() ? " open" : " closed";
  return (text + ">").c_str();
}

Coroutine<Transport> connect_read_pipe(ProtocolFactory factory, int descriptor) {
  Descriptor pipe(descriptor);
  const ProtocolHandle protocol = factory();
  check_pipe(pipe, "Pipe transport is for pipes/sockets only.");
  const Ref transport(new ReadPipeTransport(running_loop_state(), std::move(pipe), protocol));
  co_await start_transport(transport);
  co_return Transport(*transport);
}

Coroutine<Transport> connect_write_pipe(ProtocolFactory factory, int descriptor) {
  Descriptor pipe(descriptor);
  const ProtocolHandle protocol = factory();
  check_pipe(pipe, "Pipe transport is only for pipes, sockets and character devices");
  const Ref transport(new WritePipeTransport(running_loop_state(), std::move(pipe), protocol));
  co_await start_transport(transport);
  co_return Transport(*transport);
}

} // namespace aio::detail
