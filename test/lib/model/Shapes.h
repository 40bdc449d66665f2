// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a declaration looks like to a model: enough to tell a mock that is not like the original.
#pragma once

#include "model/Knowledge.h"

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace asynctidy::model {

using OverloadSet = llvm::ArrayRef<const clang::FunctionDecl *>;

/// How a function can be called, and what that yields.
struct Shape {
  unsigned least = 0; ///< arguments
  unsigned most = 0;  ///< ~0u for any number
  bool method = false;
  bool isStatic = false;
  /// "void", "number", "pointer", or the name of a class; empty where templates decide.
  std::string result;

  /// Whether a call of one can be a call of the other.
  bool fits(const Shape &other) const;
  std::string text() const;
};

Shape shapeOf(const clang::FunctionDecl &function);

/// Everything that structure says, as text.
std::string describe(const Meaning &meaning);

} // namespace asynctidy::model
