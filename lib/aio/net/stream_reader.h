// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/bytes.h>
#include <aio/coroutine.h>

#include <optional>

namespace aio {

class Transport;

namespace detail {
class StreamReaderCore;
}

/// The stream ended before there was what was asked for.
class EOFError : public Error {
public:
  using Error::Error;
};

class IncompleteReadError : public EOFError {
public:
  IncompleteReadError(Bytes partial, std::optional<std::size_t> expected);
  /// What there was; it is not in the stream any more.
  const Bytes &partial() const noexcept { return partial_; }
  /// Bytes; nothing from readuntil().
  std::optional<std::size_t> expected() const noexcept { return expected_; }

private:
  Bytes partial_;
  std::optional<std::size_t> expected_;
};

/// No separator within the stream's limit. The data is still in the stream.
class LimitOverrunError : public Error {
public:
  LimitOverrunError(const char *message, std::size_t consumed)
      : Error(message), consumed_(consumed) {}
  /// How many bytes are before the separator or, without one, cannot be part of it.
  std::size_t consumed() const noexcept { return consumed_; }

private:
  std::size_t consumed_;
};

/// The bytes that came in, for coroutines that wait for them, one at a time: a second one gets
/// RuntimeError. Every read throws the exception with which the connection was lost, if any.
/// A handle: copies refer to the same reader. Belongs to its loop's thread.
class StreamReader {
public:
  static constexpr std::size_t default_limit = std::size_t{64} * 1024;

  /// An empty handle, good for assigning to only.
  StreamReader() = default;
  /// Of the running loop. limit, in bytes: of a line; and with more than twice of it in the
  /// buffer the transport pauses. Throws ValueError for 0.
  explicit StreamReader(std::size_t limit);
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }
  friend bool operator==(const StreamReader &a, const StreamReader &b) noexcept {
    return a.core_.get() == b.core_.get();
  }

  /// At most n bytes, as soon as there is one; nothing at the end. All to the end for -1.
  Coroutine<Bytes> read(long n = -1) const;
  /// With the newline, if there is one before the end; nothing at the end. Throws ValueError
  /// for a line that is longer than the limit, and drops what is there of it.
  Coroutine<Bytes> readline() const;
  /// Throws IncompleteReadError at the end, ValueError for a negative n.
  Coroutine<Bytes> readexactly(long n) const;
  /// With the separator. Throws IncompleteReadError at the end, LimitOverrunError for more than
  /// the limit before it, ValueError for an empty separator.
  Coroutine<Bytes> readuntil(Bytes separator = "\n") const;

  /// The end has come and everything is read.
  bool at_eof() const;
  /// What the connection was lost with, or null.
  std::exception_ptr exception() const;
  Text repr() const;

  /// For who makes a reader of his own: what a protocol does with it.
  void feed_data(BytesView data) const;
  void feed_eof() const;
  void set_exception(std::exception_ptr exception) const;
  /// The transport that pauses when the buffer is full.
  void set_transport(const Transport &transport) const;

private:
  static Coroutine<Bytes> read(StreamReader self, long n);
  static Coroutine<Bytes> readline(StreamReader self);
  static Coroutine<Bytes> readexactly(StreamReader self, long n);
  static Coroutine<Bytes> readuntil(StreamReader self, Bytes separator);
  detail::StreamReaderCore &core() const;

  detail::Ref<detail::RefCounted> core_;
};

} // namespace aio
