// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/array.h>
#include <aio/exceptions.h>

namespace aio {

/// Several exceptions in one. what() is the message with their number.
class ExceptionGroup : public Error {
public:
  /// Throws ValueError if there are none.
  ExceptionGroup(const char *message, Array<std::exception_ptr> exceptions);
  const char *message() const noexcept { return message_.c_str(); }
  /// As long as a copy of this lives.
  const Array<std::exception_ptr> &exceptions() const noexcept;

private:
  Text message_;
  /// Shared, as copies of exceptions must not throw.
  detail::Ref<detail::RefCounted> exceptions_;
};

} // namespace aio
