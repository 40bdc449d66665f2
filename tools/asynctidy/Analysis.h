// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Runs the checks on one translation unit, as clang-tidy does, in the calling thread.
#pragma once

#include "asynctidy/Project.h"
#include "flow/Statistics.h"
#include "model/NameCheck.h"
#include "report/Finding.h"

#include <clang-tidy/ClangTidyDiagnosticConsumer.h>

namespace asynctidy::driver {

struct AnalysisSettings {
  /// Where the compiler's own headers are.
  std::string resourceDirectory;
  /// Whether function bodies in system headers may be skipped; the findings are the same.
  bool skipBodies = true;
  /// Whether to fill in UnitResult::statistics.
  bool statistics = false;
  /// Names of models to look for; null for none. Must outlive the analysis.
  const model::NameCheck *names = nullptr;
};

struct UnitResult {
  std::vector<report::Finding> findings;
  std::optional<report::Failure> failure;
  /// Compiled as an older language than C++20, where no check applies; was not parsed.
  bool isOldLanguage = false;
  flow::Statistics statistics;
  /// What was seen of AnalysisSettings::names.
  std::optional<model::NameCheck> names;
};

UnitResult analyse(const Unit &unit, const clang::tidy::ClangTidyOptions &options,
                   const AnalysisSettings &settings);

/// Clang's "resource directory": beside the executable, or where it was at build time. Empty when
/// there is none.
std::string findResourceDirectory(const char *executable);

/// What to tell the user then.
llvm::Error noResourceDirectory();

} // namespace asynctidy::driver
