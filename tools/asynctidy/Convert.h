// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/Finding.h"

#include <clang-tidy/ClangTidyDiagnosticConsumer.h>

namespace asynctidy::driver {

/// The finding that clang-tidy's error stands for; its places have offsets, no lines yet.
report::Finding convert(const clang::tidy::ClangTidyError &error);

/// \p file as reports name it: absolute and without dots. \p directory is where a relative name
/// starts.
std::string canonicalName(llvm::StringRef file, llvm::StringRef directory);

/// Gives files that several names lead to, through symbolic links, one of them in all of \p report.
void unifyNames(report::Report &report);

} // namespace asynctidy::driver
