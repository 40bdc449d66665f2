// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/SourceFiles.h"

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::report {

/// SARIF 2.1.0, for code scanning services and editors.
void writeSarif(const Report &report, SourceFiles &files, llvm::raw_ostream &stream);

} // namespace asynctidy::report
