// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/buffered_transport.h>

#include <aio/log.h>
#include <aio/net/os_error.h>

#include <cerrno>

namespace aio::detail {
namespace {

constexpr int dropped_writes_before_warning = 4;

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

} // namespace

void BufferedTransport::set_write_buffer_limits(std::optional<std::size_t> high,
                                                std::optional<std::size_t> low) {
  if (!high)
    high = low ? 4 * *low : std::size_t{64} * 1024;
  if (!low)
    low = *high / 4;
  if (*high < *low)
    throw ValueError(("high (" + std::to_string(*high) + ") must be >= low (" +
                      std::to_string(*low) + ") must be >= 0")
                         .c_str());
  limits_ = {*low, *high};
  pause_protocol_if_full();
}

void BufferedTransport::drop_write(const char *warning) {
  if (++dropped_writes_ > dropped_writes_before_warning)
    logger().log({ReportKind::warning, warning});
}

void BufferedTransport::write_or_keep(BytesView data) {
  if (buffer_.empty()) {
    const ssize_t count = write_some(data);
    if (count < 0 && !would_block(errno)) {
      fail(make_os_error(errno), write_failure());
      return;
    }
    if (count > 0)
      data = BytesView(data.data() + count, data.size() - static_cast<std::size_t>(count));
    if (data.empty())
      return;
    watcher().watch_writing(true);
  }
  buffer_.append(data);
  pause_protocol_if_full();
}

void BufferedTransport::write_ready() {
  if (is_lost())
    return;
  const ssize_t count = write_some(buffer_.view());
  if (count < 0) {
    if (would_block(errno))
      return;
    watcher().watch_writing(false);
    buffer_.clear();
    fail(make_os_error(errno), write_failure());
    return;
  }
  buffer_.drop(static_cast<std::size_t>(count));
  resume_protocol_if_low();
  if (!buffer_.empty() || is_lost())
    return;
  watcher().watch_writing(false);
  written();
}

void BufferedTransport::fail(const std::exception_ptr &exception, const char *message) {
  try {
    std::rethrow_exception(exception);
  } catch (const OSError &) {
  } catch (...) {
    report_failure(message, exception);
  }
  force_close(exception);
}

void BufferedTransport::force_close(const std::exception_ptr &exception) {
  if (is_lost() || !is_open())
    return;
  buffer_.clear();
  watcher().watch_writing(false);
  set_closing();
  watcher().watch_reading(false);
  set_lost();
  finish_soon(exception);
}

void BufferedTransport::finish(const std::exception_ptr &exception) {
  set_lost();
  TransportCore::finish(exception);
}

void BufferedTransport::pause_protocol_if_full() {
  if (protocol_paused_ || buffer_.size() <= limits_.high)
    return;
  protocol_paused_ = true;
  call_protocol(&Protocol::pause_writing, "protocol.pause_writing() failed");
}

void BufferedTransport::resume_protocol_if_low() {
  if (!protocol_paused_ || buffer_.size() > limits_.low)
    return;
  protocol_paused_ = false;
  call_protocol(&Protocol::resume_writing, "protocol.resume_writing() failed");
}

void BufferedTransport::call_protocol(void (Protocol::*call)(), const char *failure) {
  const ProtocolHandle protocol = get_protocol();
  if (!protocol)
    return;
  try {
    ((*protocol).*call)();
  } catch (...) {
    report_failure(failure, std::current_exception());
  }
}

} // namespace aio::detail
