// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A fixture put to the test.
#pragma once

#include "harness/Fixture.h"
#include "harness/TidyRun.h"

#include <functional>

namespace asynctidy::test {

/// The default checks and, by its exact name, the one that \p fixture is for.
Setup setupOf(const Fixture &fixture);

/// What finds; findings() unless the harness itself is tested.
using Analyzer = std::function<std::vector<Finding>(const std::string &path, llvm::StringRef text,
                                                    const Setup &setup)>;

/// Everything that is wrong with \p fixture, as text; empty when it holds.
std::string check(const Fixture &fixture, const Analyzer &analyzer = findings);

/// The same when \p found was found, without a look at the source with its fixes.
std::string check(const Fixture &fixture, const std::vector<Finding> &found);

} // namespace asynctidy::test
