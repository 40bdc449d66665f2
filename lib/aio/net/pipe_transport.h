// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/buffered_transport.h>

namespace aio::detail {

/// Throws ValueError for a descriptor that is neither a pipe nor a socket nor a character device.
void check_pipe(const Descriptor &descriptor, const char *message);

/// The reading end of a pipe.
class ReadPipeTransport final : public TransportCore {
public:
  ReadPipeTransport(LoopState &loop, Descriptor pipe, ProtocolHandle protocol);
  ~ReadPipeTransport() override { destroyed(); }

  Text get_extra_info(const char *name) const override;
  void close() override { close_with(nullptr); }
  void abort() override { close(); }
  Text repr() const override;

private:
  void read_ready() override;
  void close_with(const std::exception_ptr &exception);

  int number_;
};

/// The writing end of one. Notices when nobody reads any more.
class WritePipeTransport final : public BufferedTransport {
public:
  WritePipeTransport(LoopState &loop, Descriptor pipe, ProtocolHandle protocol);
  ~WritePipeTransport() override { destroyed(); }

  Text get_extra_info(const char *name) const override;
  /// As write_eof(): a pipe has one direction.
  void close() override { write_eof(); }
  void write(BytesView data) override;
  void write_eof() override;
  bool can_write_eof() const noexcept override { return true; }
  bool is_reading() const noexcept override { return false; }
  Text repr() const override;

private:
  void begin_reading() override;
  /// Never that there is something to read: the other end is closed.
  void read_ready() override;
  ssize_t write_some(BytesView data) noexcept override;
  void written() override;
  const char *write_failure() const noexcept override {
    return "Fatal write error on pipe transport";
  }

  int number_;
  bool is_socket_;
  bool notices_end_;
};

} // namespace aio::detail
