// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace asynctidy::report {

/// \p file as reports name it: relative to \p root with '/' when it is below, else as it is.
std::string relativeTo(llvm::StringRef root, llvm::StringRef file);

/// A URI reference (RFC 3986): a path that is relative stays so, an absolute one gets "file://".
std::string uriOf(llvm::StringRef path);

/// Puts \p text into \p path so that nobody ever sees half of it: a temporary file beside it takes
/// its place. Keeps the permissions of a file that was there, and writes through symbolic links.
/// Returns what went wrong, empty when nothing did.
std::string writeAtomically(llvm::StringRef path, llvm::StringRef text);

} // namespace asynctidy::report
