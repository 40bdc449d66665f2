// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Why a translation unit could not be parsed.
#pragma once

#include "asynctidy/Project.h"
#include "report/Finding.h"

#include <clang/Basic/Diagnostic.h>

namespace asynctidy::driver {

/// Remembers the first error as it comes; clang-tidy sorts what it collects.
class FirstError {
public:
  void see(clang::DiagnosticsEngine::Level level, const clang::Diagnostic &info);

  unsigned errors() const { return errors_; }
  /// What is wrong with \p unit, which was compiled in \p directory. Places have no lines yet.
  report::Failure failure(const Unit &unit, llvm::StringRef directory) const;

private:
  unsigned errors_ = 0;
  report::Message first_;
};

/// The failure of a unit whose compile command has a directory that cannot be entered.
report::Failure noDirectory(const Unit &unit, llvm::StringRef directory, std::error_code error);

/// The failure of a unit that crashed the compiler or us.
report::Failure crashed(const Unit &unit);

} // namespace asynctidy::driver
