// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/SourceFiles.h"

namespace asynctidy::report {

/// Finishes the findings of \p report, collected from its translation units in any order that does
/// not depend on time: says once what several units say of the same place, fills in positions,
/// sorts by file, place, check and message, and gives each its fingerprint.
void merge(Report &report, SourceFiles &files);

} // namespace asynctidy::report
