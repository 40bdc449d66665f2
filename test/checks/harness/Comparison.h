// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a fixture expects against what was found: before and after its fixes.
#pragma once

#include "harness/Finding.h"
#include "harness/Fixes.h"
#include "harness/Fixture.h"

namespace asynctidy::test {

/// A difference, to be shown below its line.
struct Mismatch {
  unsigned line = 0;
  std::string text;
};

/// Every diagnostic is expected, and every expectation is met.
std::vector<Mismatch> compareFindings(const Fixture &fixture, const std::vector<Finding> &findings);

/// Every fix leaves the lines that the fixture says.
std::vector<Mismatch> compareFixes(const Fixture &fixture, const std::vector<Finding> &findings,
                                   const Fixes &fixes);

/// \p after, found in the fixed source, is \p before without what the fixes were for. The lines
/// are those of the fixed source.
std::vector<Mismatch> compareAfterFixes(const Fixture &fixture, const std::vector<Finding> &before,
                                        const std::vector<Finding> &after, const Fixes &fixes);

/// \p mismatches below their lines of \p source, like a diff.
std::string describe(const std::vector<Mismatch> &mismatches, const SourceText &source);

} // namespace asynctidy::test
