// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/exception_group.h>

#include <string>

namespace aio {
namespace {

class Exceptions final : public detail::RefCounted {
public:
  explicit Exceptions(Array<std::exception_ptr> all) : all(std::move(all)) {}
  const Array<std::exception_ptr> all;
};

std::string with_number(const char *message, std::size_t number) {
  return std::string(message) + " (" + std::to_string(number) +
         (number == 1 ? " sub-exception)" : " sub-exceptions)");
}

} // namespace

ExceptionGroup::ExceptionGroup(const char *message, Array<std::exception_ptr> exceptions)
    : Error(with_number(message, exceptions.size()).c_str()), message_(message) {
  if (exceptions.empty())
    throw ValueError("second argument (exceptions) must be a non-empty sequence");
  exceptions_ = new Exceptions(std::move(exceptions));
}

const Array<std::exception_ptr> &ExceptionGroup::exceptions() const noexcept {
  return static_cast<const Exceptions &>(*exceptions_).all;
}

} // namespace aio
