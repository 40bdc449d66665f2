// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/byte_buffer.h>
#include <aio/net/transport_core.h>

namespace aio::detail {

/// A transport that writes: keeps what the system does not take, and tells the protocol when
/// that is too much.
class BufferedTransport : public TransportCore {
public:
  void abort() override { force_close(nullptr); }
  void set_write_buffer_limits(std::optional<std::size_t> high,
                               std::optional<std::size_t> low) final;
  WriteBufferLimits get_write_buffer_limits() const final { return limits_; }
  std::size_t get_write_buffer_size() const noexcept final { return buffer_.size(); }

protected:
  using TransportCore::TransportCore;

  /// Counts a write that comes too late, and warns from the fifth on; the texts differ.
  void drop_write(const char *warning);
  /// Writes at once what can be, unless something else waits, and keeps the rest.
  void write_or_keep(BytesView data);
  /// As write() of the system: -1 and errno.
  virtual ssize_t write_some(BytesView data) noexcept = 0;
  /// The buffer has been written.
  virtual void written() = 0;
  virtual const char *write_failure() const noexcept = 0;
  void write_ready() final;

  /// Ends the connection; what is not a matter of the system is reported.
  void fail(const std::exception_ptr &exception, const char *message);
  /// Drops what is to be written; connection_lost() comes later.
  void force_close(const std::exception_ptr &exception);
  void finish(const std::exception_ptr &exception) override;

  ByteBuffer &buffer() noexcept { return buffer_; }
  /// connection_lost() is on its way or has been called.
  bool is_lost() const noexcept { return lost_; }
  void set_lost() noexcept { lost_ = true; }

private:
  void pause_protocol_if_full();
  void resume_protocol_if_low();
  void call_protocol(void (Protocol::*call)(), const char *failure);

  ByteBuffer buffer_;
  WriteBufferLimits limits_{std::size_t{16} * 1024, std::size_t{64} * 1024};
  bool protocol_paused_ = false;
  bool lost_ = false;
  int dropped_writes_ = 0;
};

} // namespace aio::detail
