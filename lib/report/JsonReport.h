// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "report/Finding.h"

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::report {

/// The project's own format, described by asynctidy-report.schema.json.
void writeJson(const Report &report, llvm::raw_ostream &stream);

} // namespace asynctidy::report
