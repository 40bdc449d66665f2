// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/Error.h>

namespace asynctidy::driver {

constexpr int exitClean = 0;
constexpr int exitFindings = 1;
/// The command line or its surroundings are wrong; nothing was written.
constexpr int exitUsage = 2;
/// Some files could not be parsed.
constexpr int exitIncomplete = 3;

/// All of `asynctidy`; \p arguments start with the program's name.
int runDriver(llvm::ArrayRef<const char *> arguments);

/// `asynctidy check`; \p arguments follow the command's name.
int runCheck(const char *executable, llvm::ArrayRef<const char *> arguments);

/// Prints \p error, a line for each of its parts, on standard error and returns exitUsage.
int fail(llvm::Error error);

} // namespace asynctidy::driver
