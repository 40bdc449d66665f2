// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Names a finding so that it is recognised in a later version of its file: a hash of the check,
/// the file (relative to the root), the text of the line with its white space normalised, and the
/// count of the finding among those of the file that share all these. Line numbers are no part of
/// it.
#pragma once

#include "report/SourceFiles.h"

namespace asynctidy::report {

/// Sets the fingerprints of \p findings, which are located and sorted.
void fingerprint(std::vector<Finding> &findings, llvm::StringRef root, SourceFiles &files);

} // namespace asynctidy::report
