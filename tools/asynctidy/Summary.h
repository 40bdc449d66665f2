// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the user reads beside the report.
#pragma once

#include "flow/Statistics.h"
#include "report/Finding.h"

#include <llvm/Support/raw_ostream.h>

namespace asynctidy::driver {

/// "1 file", "2 files".
std::string count(size_t number, llvm::StringRef noun);

/// One line of numbers. \p old of the units were compiled as older than C++20.
void summarise(const report::Report &report, unsigned old, llvm::raw_ostream &stream);

/// How many functions were analysed, and how many of them were too much.
void describe(const flow::Statistics &statistics, llvm::raw_ostream &stream);

/// A line for each file that could not be parsed, up to a score of them.
void describeFailures(const report::Report &report, llvm::raw_ostream &stream);

} // namespace asynctidy::driver
