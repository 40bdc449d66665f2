// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <exception>
#include <source_location>
#include <string>
#include <typeinfo>

namespace aio::detail {

/// "FILE:LINE".
std::string describe(const std::source_location &where);
/// As Python's repr: "std::runtime_error('what')"; "int" for what is not a std::exception.
std::string describe(const std::exception_ptr &exception);
std::string demangle(const char *name);
inline std::string demangle(const std::type_info &type) { return demangle(type.name()); }

} // namespace aio::detail
