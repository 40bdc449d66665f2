// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/text.h>

#include <exception>

namespace aio {

/// What aio itself throws, cancellation apart.
class Error : public std::exception {
public:
  explicit Error(const char *message) : message_(message) {}
  const char *what() const noexcept override { return message_.c_str(); }

private:
  Text message_;
};

/// The call is wrong in this situation: a closed or running loop, the wrong thread, no task.
class RuntimeError : public Error {
public:
  using Error::Error;
};

/// The future has a result already, or has none yet.
class InvalidStateError : public Error {
public:
  using Error::Error;
};

/// An argument has a value that makes no sense.
class ValueError : public Error {
public:
  using Error::Error;
};

/// An argument is of the wrong kind, where the compiler cannot tell.
class TypeError : public Error {
public:
  using Error::Error;
};

/// The system refused something. <aio/net/os_error.h> has its kinds.
class OSError : public Error {
public:
  /// what() is the message alone.
  explicit OSError(const char *message) : Error(message) {}
  /// what() is "[Errno CODE] MESSAGE".
  OSError(int code, const char *message);
  /// As errno; 0 if there is none.
  int code() const noexcept { return code_; }

private:
  int code_ = 0;
};

/// A bounded wait ran out of time; aio's or the system's.
class TimeoutError : public OSError {
public:
  using OSError::OSError;
};

/// Thrown at the suspended await of a cancelled task. As in asyncio, a handler for ordinary
/// errors (std::exception here, Exception there) does not catch it.
class CancelledError {
public:
  CancelledError() = default;
  explicit CancelledError(Text message) : message_(std::move(message)) {}
  /// The message given to cancel(); empty without one.
  const char *what() const noexcept { return message_.c_str(); }

private:
  Text message_;
};

namespace detail {
/// False for null.
bool is_cancelled_error(const std::exception_ptr &exception) noexcept;
} // namespace detail

} // namespace aio
