// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/buffered_transport.h>

namespace aio::detail {

/// What counts its connections: a server.
class ConnectionCounter : public RefCounted {
public:
  virtual void attach() = 0;
  virtual void detach() = 0;
};

/// A connected stream socket, TCP's or a Unix one.
class SocketTransport final : public BufferedTransport {
public:
  SocketTransport(LoopState &loop, Descriptor socket, ProtocolHandle protocol,
                  Ref<ConnectionCounter> server = {});
  ~SocketTransport() override { destroyed(); }

  Text get_extra_info(const char *name) const override;
  void close() override;
  void write(BytesView data) override;
  void write_eof() override;
  bool can_write_eof() const noexcept override { return true; }
  Text repr() const override;

private:
  void read_ready() override;
  void begin_reading() override;
  void received_eof();
  ssize_t write_some(BytesView data) noexcept override;
  void written() override;
  const char *write_failure() const noexcept override {
    return "Fatal write error on socket transport";
  }
  void finish(const std::exception_ptr &exception) override;
  void loop_closing() noexcept override;

  /// Until the end: its factory may have our protocol.
  Ref<ConnectionCounter> server_;
  int number_;
  Text peername_;
  Text sockname_;
  Text socket_;
  bool write_eof_ = false;
  bool read_eof_ = false;
};

} // namespace aio::detail
