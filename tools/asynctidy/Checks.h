// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The names of our checks and the globs that select from them.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <string>
#include <vector>

namespace asynctidy::driver {

/// "async-blocking-call" and so on, sorted.
const std::vector<std::string> &checkNames();

/// The value of `Checks` for a run of ours. \p globs is all that configuration says, which may be
/// mostly about other modules: what concerns no check of ours is left out, and when nothing
/// switches one of ours on, the default is all, less those that are switched off by name.
std::string selectOurs(llvm::StringRef globs);

/// Fails when \p globs names a check that does not exist. Foreign names and globs are let pass
/// when \p foreignAllowed.
llvm::Error verifyGlobs(llvm::StringRef globs, llvm::StringRef source, bool foreignAllowed);

} // namespace asynctidy::driver
