// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/net/stream_reader.h>
#include <aio/net/transport.h>

namespace aio {

namespace detail {
class StreamWriterCore;
}

/// The writing end of a stream. A handle: copies refer to the same writer. When the last one
/// goes the transport is closed, which debug mode reports if nobody called close() before.
/// Belongs to its loop's thread.
class StreamWriter {
public:
  /// An empty handle, good for assigning to only.
  StreamWriter() = default;
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }
  friend bool operator==(const StreamWriter &a, const StreamWriter &b) noexcept {
    return a.core_.get() == b.core_.get();
  }

  /// As Transport's, and like that never waits: call drain() then.
  void write(BytesView data) const { transport().write(data); }
  template <class List> void writelines(const List &list) const { transport().writelines(list); }
  void write_eof() const { transport().write_eof(); }
  bool can_write_eof() const { return transport().can_write_eof(); }
  /// Waits while the transport holds more than its high water mark. Throws ConnectionResetError
  /// once the connection is lost, or the exception it was lost with.
  Coroutine<void> drain() const;

  /// Closes the transport, the reading end with it.
  void close() const { transport().close(); }
  bool is_closing() const { return transport().is_closing(); }
  /// Until the connection has ended. Throws the exception it was lost with, if any.
  Coroutine<void> wait_closed() const;

  Text get_extra_info(const char *name) const { return transport().get_extra_info(name); }
  Transport transport() const;
  Text repr() const;

  explicit StreamWriter(detail::Ref<detail::StreamWriterCore> core);

private:
  static Coroutine<void> drain(StreamWriter self);
  static Coroutine<void> wait_closed(StreamWriter self);
  detail::StreamWriterCore &core() const;

  detail::Ref<detail::RefCounted> core_;
};

} // namespace aio
