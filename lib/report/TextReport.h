// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/SourceFiles.h"

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::report {

/// As clang-tidy prints: "file:line:column: warning: message [check]", the line with a caret and
/// the fix below it, and the notes. Of the failures the errors, each once.
void writeText(const Report &report, SourceFiles &files, bool color, llvm::raw_ostream &stream);

} // namespace asynctidy::report
