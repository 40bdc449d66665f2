// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A fixture whose code is parsed once, to be looked at with several sets of models.
#pragma once

#include "harness/Comparison.h"
#include "harness/TidyRun.h"
#include "model/Store.h"

#include <clang/Frontend/ASTUnit.h>

namespace asynctidy::test {

class ParsedFixture {
public:
  explicit ParsedFixture(Fixture fixture);

  /// What check() finds wrong when all that is known of libraries is \p store, but for the source
  /// with its fixes, which is not checked again. Empty when the fixture holds.
  std::string check(std::shared_ptr<const model::Store> store) const;

private:
  std::vector<Finding> findings(std::shared_ptr<const model::Store> store) const;

  Fixture fixture_;
  std::unique_ptr<clang::ASTUnit> ast_;
  /// Why there is no AST.
  std::string broken_;
};

} // namespace asynctidy::test
