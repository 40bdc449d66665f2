// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Many translation units on several threads.
#pragma once

#include "asynctidy/Analysis.h"

namespace asynctidy::driver {

/// A unit with its configuration.
struct Job {
  const Unit *unit;
  const clang::tidy::ClangTidyOptions *options;
};

/// Calls \p work with 0 to \p count - 1 on several threads that have the stack the parser wants.
void forEachIndex(size_t count, unsigned threads, llvm::function_ref<void(size_t)> work);

/// One result for each job, in their order whatever the number of threads. Shows progress on a
/// terminal when \p showProgress.
std::vector<UnitResult> runJobs(llvm::ArrayRef<Job> jobs, unsigned threads,
                                const AnalysisSettings &settings, bool showProgress);

} // namespace asynctidy::driver
