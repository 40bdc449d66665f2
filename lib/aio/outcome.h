// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/slot.h>

#include <exception>

namespace aio {

/// How something ended: a result or an exception, a CancelledError included.
template <class T = void> class Outcome {
public:
  explicit Outcome(detail::Slot<T> result) : result_(std::move(result)) {}
  explicit Outcome(std::exception_ptr exception) : exception_(std::move(exception)) {}

  bool has_value() const noexcept { return !exception_; }
  explicit operator bool() const noexcept { return has_value(); }
  /// The result, or throws the exception.
  typename detail::SlotTypes<T>::Read value() const {
    if (exception_)
      std::rethrow_exception(exception_);
    return result_.get();
  }
  /// Null if it has a result.
  const std::exception_ptr &exception() const noexcept { return exception_; }

private:
  detail::Slot<T> result_;
  std::exception_ptr exception_;
};

} // namespace aio
