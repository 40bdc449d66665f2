// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The configuration in force for each file: .clang-tidy files and the command line, as in
/// clang-tidy, cut down to our checks.
#pragma once

#include "asynctidy/Request.h"

#include <clang-tidy/ClangTidyOptions.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/Error.h>

#include <memory>
#include <set>

namespace asynctidy::driver {

class Configuration {
public:
  /// Fails when --config or --config-file cannot be read.
  static llvm::Expected<std::unique_ptr<Configuration>> create(const ConfigRequest &request);

  /// The options for \p file, an absolute path. Fails when a source of them is wrong: names a
  /// check or an option that does not exist, a value or a model that is invalid. Every mistake in
  /// the models is an error of its own.
  llvm::Expected<const clang::tidy::ClangTidyOptions *> optionsFor(llvm::StringRef file);

private:
  using Options = clang::tidy::ClangTidyOptions;
  using Source = clang::tidy::ClangTidyOptionsProvider::OptionsSource;

  Configuration() = default;
  llvm::ErrorOr<Options> parse(llvm::MemoryBufferRef text);
  llvm::Expected<Options> resolve(llvm::StringRef file);

  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> provider_;
  /// What is wrong with the files that the provider has read.
  std::string syntaxErrors_;
  bool triesModels_ = true;
  /// By directory.
  llvm::StringMap<Options> resolved_;
  /// Options whose values were tried, as text.
  std::set<std::string> tried_;
};

/// The checks that \p options switch on, tiers apart; sorted.
std::vector<std::string> enabledChecks(const clang::tidy::ClangTidyOptions &options);

} // namespace asynctidy::driver
