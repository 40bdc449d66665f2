// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Parses a translation unit for its declarations, without any check.
#pragma once

#include "asynctidy/FirstError.h"

#include <clang-tidy/ClangTidyOptions.h>
#include <clang/AST/ASTContext.h>

namespace asynctidy::driver {

/// What inline assembly wants, as in clang-tidy. Any thread may call it.
void initializeTargets();

/// Parses \p unit with the first of its compile commands, in full, and hands it to \p visit. A unit
/// with errors is not handed over: nothing in it can be relied on. Returns what is wrong with it.
std::optional<report::Failure> parse(const Unit &unit, const clang::tidy::ClangTidyOptions &options,
                                     llvm::StringRef resourceDirectory,
                                     llvm::function_ref<void(clang::ASTContext &)> visit);

} // namespace asynctidy::driver
