// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

namespace aio::detail {

/// The demangled name of the function at an address, from the symbol table of its program or
/// library; "PROGRAM+0x1234" if there is none, and empty if not even that is known. Slow.
std::string symbol_at(const void *address);

} // namespace aio::detail
