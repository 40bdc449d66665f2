// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/exceptions.h>

namespace aio {

bool detail::is_cancelled_error(const std::exception_ptr &exception) noexcept {
  if (!exception)
    return false;
  try {
    std::rethrow_exception(exception);
  } catch (const CancelledError &) {
    return true;
  } catch (...) {
    return false;
  }
}

} // namespace aio
