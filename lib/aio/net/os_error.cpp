// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/net/os_error.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace aio {

OSError::OSError(int code, const char *message)
    : Error(("[Errno " + std::to_string(code) + "] " + message).c_str()), code_(code) {}

namespace detail {

std::exception_ptr make_os_error(int code, const char *message) {
  const std::string system_message = message ? "" : std::generic_category().message(code);
  const auto make = [&]<class E>(E *) {
    return std::make_exception_ptr(E(code, message ? message : system_message.c_str()));
  };
  switch (code) {
  case EPIPE:
  case ESHUTDOWN:
    return make(static_cast<BrokenPipeError *>(nullptr));
  case ECONNABORTED:
    return make(static_cast<ConnectionAbortedError *>(nullptr));
  case ECONNREFUSED:
    return make(static_cast<ConnectionRefusedError *>(nullptr));
  case ECONNRESET:
    return make(static_cast<ConnectionResetError *>(nullptr));
  case EEXIST:
    return make(static_cast<FileExistsError *>(nullptr));
  case ENOENT:
    return make(static_cast<FileNotFoundError *>(nullptr));
  case EISDIR:
    return make(static_cast<IsADirectoryError *>(nullptr));
  case ENOTDIR:
    return make(static_cast<NotADirectoryError *>(nullptr));
  case EACCES:
  case EPERM:
    return make(static_cast<PermissionError *>(nullptr));
  case ESRCH:
    return make(static_cast<ProcessLookupError *>(nullptr));
  case ETIMEDOUT:
    return make(static_cast<TimeoutError *>(nullptr));
  default:
    return make(static_cast<OSError *>(nullptr));
  }
}

void throw_os_error(int code, const char *message) {
  std::rethrow_exception(make_os_error(code, message));
}

} // namespace detail
} // namespace aio
