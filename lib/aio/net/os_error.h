// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/exceptions.h>

namespace aio {

/// Something about a connection; the kinds of it follow.
class ConnectionError : public OSError {
public:
  using OSError::OSError;
};

/// EPIPE, ESHUTDOWN: nobody reads what was to be written.
class BrokenPipeError : public ConnectionError {
public:
  using ConnectionError::ConnectionError;
};

/// ECONNABORTED.
class ConnectionAbortedError : public ConnectionError {
public:
  using ConnectionError::ConnectionError;
};

/// ECONNREFUSED.
class ConnectionRefusedError : public ConnectionError {
public:
  using ConnectionError::ConnectionError;
};

/// ECONNRESET; also drain() on a lost connection.
class ConnectionResetError : public ConnectionError {
public:
  using ConnectionError::ConnectionError;
};

/// EEXIST.
class FileExistsError : public OSError {
public:
  using OSError::OSError;
};

/// ENOENT.
class FileNotFoundError : public OSError {
public:
  using OSError::OSError;
};

/// EISDIR.
class IsADirectoryError : public OSError {
public:
  using OSError::OSError;
};

/// ENOTDIR.
class NotADirectoryError : public OSError {
public:
  using OSError::OSError;
};

/// EACCES, EPERM.
class PermissionError : public OSError {
public:
  using OSError::OSError;
};

/// ESRCH; also a signal for a process that has ended.
class ProcessLookupError : public OSError {
public:
  using OSError::OSError;
};

/// A host name or service that cannot be resolved; Python's socket.gaierror. code() is one of
/// getaddrinfo()'s EAI_ numbers.
class GaiError : public OSError {
public:
  using OSError::OSError;
};

namespace detail {

/// The class that Python has for the error, "[Errno CODE] MESSAGE"; without a message, the
/// system's.
std::exception_ptr make_os_error(int code, const char *message = nullptr);
[[noreturn]] void throw_os_error(int code, const char *message = nullptr);

} // namespace detail
} // namespace aio
