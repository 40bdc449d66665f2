// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <clang/Basic/SourceManager.h>

#include <string>

namespace asynctidy::driver {

/// A place in code, for people and programs.
struct Place {
  /// Relative to the current directory where it is below; empty when there is no place.
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
  /// The code itself, on one line; empty when the place is a declaration or too much to show.
  std::string code;

  /// "file:3:5"
  std::string str() const;
};

Place placeOf(clang::SourceRange range, const clang::ASTContext &context);

} // namespace asynctidy::driver
