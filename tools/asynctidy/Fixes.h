// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Applies the fixes of findings: all of one or none of it.
#pragma once

#include "report/SourceFiles.h"

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/Support/Error.h>

#include <map>

namespace asynctidy::driver {

/// New texts by file.
using FixedFiles = std::map<std::string, std::string>;

/// Decides which fixes go together, marks their findings as fixed, and returns what the files
/// become. Of fixes that overlap the first wins; a later run can take the other. \p styleOf names
/// the clang-format style for a file, "none" for none.
llvm::Expected<FixedFiles>
planFixes(std::vector<report::Finding> &findings, report::SourceFiles &files,
          llvm::function_ref<llvm::Expected<std::string>(llvm::StringRef)> styleOf);

/// Writes all files, or none when one of them cannot be written.
llvm::Error writeFixes(const FixedFiles &files);

} // namespace asynctidy::driver
