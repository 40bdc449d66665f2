// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A diagnostic, independent of the source manager that located it.
#pragma once

#include <clang/Tooling/Core/Replacement.h>

#include <string>
#include <vector>

namespace asynctidy::test {

struct Finding {
  /// Empty for a complaint about the configuration.
  std::string file;
  unsigned offset = 0;
  unsigned line = 0;
  unsigned column = 0;
  std::string check;
  std::string message;
  std::vector<std::string> notes;
  /// Fixes of the warning itself: those of notes are the user's to choose.
  std::vector<clang::tooling::Replacement> fix;

  bool isCompilerError() const { return check == "clang-diagnostic-error"; }
};

} // namespace asynctidy::test
