// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// `asynctidy models`: what the models say, whether they can be read, and what is inferred without
/// them.
#pragma once

#include "asynctidy/Project.h"
#include "asynctidy/Request.h"
#include "model/Ledger.h"
#include "report/Finding.h"

#include <clang-tidy/ClangTidyOptions.h>

namespace asynctidy::driver {

/// What the user asked `asynctidy models` for.
struct ModelsRequest {
  /// What follows the name of the subcommand.
  std::vector<std::string> names;
  /// Where configuration comes from, the compile database, flags after "--".
  CheckRequest project;
  /// Paths separated by ';', instead of those that the configuration names.
  std::optional<std::string> models;
  bool json = false;
  bool verifyNames = false;
  std::string resourceDirectory;
};

/// The user's models and flags for one file.
struct Setup {
  clang::tidy::ClangTidyOptions options;
  std::vector<std::string> models;
};

/// The setup of \p file, an absolute path; that of the current directory when it is empty.
llvm::Expected<Setup> setupFor(const ModelsRequest &request, llvm::StringRef file);

/// The one file that \p paths name, with its compile command.
llvm::Expected<Unit> findUnit(ModelsRequest request, std::vector<std::string> paths);

/// Says which models were left out and why; true when there were some.
bool reportMistakes(llvm::ArrayRef<model::LoadError> mistakes);

/// Says which files could not be parsed; true when there were some.
bool reportFailures(std::vector<report::Failure> failures);

// The subcommands return the exit code.
llvm::Expected<int> listModels(const ModelsRequest &request);
llvm::Expected<int> showModel(const ModelsRequest &request);
llvm::Expected<int> checkModels(const ModelsRequest &request);
llvm::Expected<int> inferTypes(const ModelsRequest &request);

/// `asynctidy models`; \p arguments follow its name.
int runModels(const char *executable, llvm::ArrayRef<const char *> arguments);

} // namespace asynctidy::driver
