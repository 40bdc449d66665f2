// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/protocol.h>
#include <aio/text.h>

#include <optional>

namespace aio {

namespace detail {
class TransportCore;
}

/// In bytes; get_write_buffer_limits().
struct WriteBufferLimits {
  std::size_t low;
  std::size_t high;
};

/// One end of a connection, or of a pipe. A handle: copies refer to the same transport, which
/// is open until it is closed, whoever holds it. Belongs to its loop's thread. In debug mode one
/// that is open when its last handle goes, or when its loop closes, is reported.
class Transport {
public:
  /// An empty handle, good for assigning to only.
  Transport() = default;
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }
  friend bool operator==(const Transport &a, const Transport &b) noexcept {
    return a.core_.get() == b.core_.get();
  }

  /// As Python prints it: "peername", "sockname" and "socket" of a socket, "pipe" of a pipe.
  /// Empty if there is none.
  Text get_extra_info(const char *name) const;

  /// True after close(), abort() or the end of the connection.
  bool is_closing() const;
  /// Reads no more, writes what is still in the buffer, then calls connection_lost(), always in a
  /// later turn of the loop.
  void close() const;
  /// The same, without what is in the buffer.
  void abort() const;

  /// No data_received() until resume_reading().
  void pause_reading() const;
  void resume_reading() const;
  bool is_reading() const;

  /// Never waits: what the system does not take at once is kept. Throws RuntimeError after
  /// write_eof(). On a lost connection does nothing but to log a warning from the fifth on.
  void write(BytesView data) const;
  /// As one write() of them all.
  template <class List> void writelines(const List &list) const {
    detail::BytesJoiner joiner;
    for (const auto &data : list)
      joiner.add(data);
    write(joiner.view());
  }
  /// Tells the peer that no more comes, after what is in the buffer. Goes on reading.
  void write_eof() const;
  bool can_write_eof() const;

  /// In bytes. Without a low mark, a quarter of the high one; without a high mark, four times
  /// the low one, or 64 KiB. Throws ValueError if the low one is above the high one.
  void set_write_buffer_limits(std::optional<std::size_t> high = {},
                               std::optional<std::size_t> low = {}) const;
  WriteBufferLimits get_write_buffer_limits() const;
  /// What was written and the system has not taken yet.
  std::size_t get_write_buffer_size() const;

  void set_protocol(ProtocolHandle protocol) const;
  /// Empty once the connection is lost.
  ProtocolHandle get_protocol() const;

  /// As in reports: <_SelectorSocketTransport fd=6 read=polling write=<idle, bufsize=0>>.
  Text repr() const;

  explicit Transport(detail::TransportCore &core);

private:
  detail::TransportCore &core() const;
  detail::Ref<detail::RefCounted> core_;
};

} // namespace aio
