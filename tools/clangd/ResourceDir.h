// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Where Clang's own headers are (stddef.h and the like), without which nothing parses.
#pragma once

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace asynctidy::clangd {

/// Whether the command line or the environment variable CLANGD_FLAGS chooses the directory.
bool choosesResourceDir(llvm::ArrayRef<const char *> arguments);

/// Places that can hold Clang's resource directory, the most likely first: relative to the
/// executable, as an installation has it, and that of the LLVM we were built with.
std::vector<std::string> resourceDirs(const char *argv0);

/// Whether \p directory holds Clang's headers.
bool holdsHeaders(llvm::StringRef directory);

} // namespace asynctidy::clangd
