// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What the checks of one run share: the options that belong to all of them, the models, and the
/// facts of the translation unit at hand.
#pragma once

#include "flow/Unit.h"
#include "tidy/CheckInfo.h"
#include "tidy/GeneratedFiles.h"
#include "tidy/LlvmCompat.h"

#include <memory>

namespace asynctidy::tidy {

/// Options that concern every check, read from raw keys of `CheckOptions`.
struct SharedOptions {
  static constexpr llvm::StringLiteral modelsKey = "async.Models";
  static constexpr llvm::StringLiteral tierKey = "async.Tier";

  /// Paths of the user's models, separated by ';'.
  std::string models;
  std::string tier = "default";
};

/// The paths in the value of modelsKey.
std::vector<std::string> modelPaths(llvm::StringRef value);

class Session {
public:
  /// The session of the checks that \p context creates for a translation unit. It lives as long
  /// as one of them holds it. clangd builds several units at a time, each with its own context.
  static std::shared_ptr<Session> of(clang::tidy::ClangTidyContext &context);

  /// The same, made in advance: what its checks know of libraries is \p store alone, whatever the
  /// options say. The checks that \p context creates while the result is held share it.
  static std::shared_ptr<Session> make(clang::tidy::ClangTidyContext &context,
                                       std::shared_ptr<const model::Store> store);

  /// Loads the models that the options name where \p store is null.
  explicit Session(clang::tidy::ClangTidyContext &context,
                   std::shared_ptr<const model::Store> store = nullptr);

  const SharedOptions &options() const { return options_; }
  /// The tier up to which checks run without being named.
  Tier tier() const { return tier_; }

  /// Has \p finder tell this session which AST it walks; the first call does it, on behalf of
  /// \p callback.
  void observe(clang::ast_matchers::MatchFinder *finder,
               clang::ast_matchers::MatchFinder::MatchCallback *callback);
  void begin(clang::ASTContext &context) { ast_ = &context; }

  /// The facts of the translation unit; null when the finder walked none.
  flow::Unit *unit();

  /// Whether \p location, of the translation unit, is in a file that a program wrote.
  bool isGenerated(clang::SourceLocation location) {
    return generated_.contains(location, unit_->context().getSourceManager());
  }

private:
  void loadModels(clang::tidy::ClangTidyContext &context);

  SharedOptions options_;
  Tier tier_ = Tier::Default;
  std::shared_ptr<const model::Store> store_;
  clang::ASTContext *ast_ = nullptr;
  std::unique_ptr<flow::Unit> unit_;
  GeneratedFiles generated_;
  bool observing_ = false;
};

} // namespace asynctidy::tidy
