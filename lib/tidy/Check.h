// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The base of all checks. A check asks the unit's facts, words the diagnostic and offers the fix.
#pragma once

#include "flow/Unit.h"
#include "tidy/CheckInfo.h"
#include "tidy/LlvmCompat.h"
#include "tidy/Option.h"

#include <llvm/ADT/DenseSet.h>

namespace asynctidy::tidy {

class Session;

class Check : public clang::tidy::ClangTidyCheck {
public:
  Check(llvm::StringRef name, clang::tidy::ClangTidyContext *context, CheckInfo info);
  ~Check() override;

  const CheckInfo &info() const { return info_; }
  llvm::ArrayRef<const OptionBase *> options() const { return options_; }

  void registerMatchers(clang::ast_matchers::MatchFinder *finder) final;
  void onEndOfTranslationUnit() final;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &map) final;
  bool isLanguageVersionSupported(const clang::LangOptions &options) const final {
    return options.CPlusPlus20;
  }

protected:
  /// Looks at one translation unit; called once for each.
  virtual void analyse(flow::Unit &unit) = 0;

  /// Reports a warning with its arguments and fix-its, and says whether it did: a place that was
  /// reported before (an instantiation of the same template, a second path) or that a program wrote
  /// gives none, and must get no notes either.
  template <typename... Arguments>
  bool report(clang::SourceLocation location, llvm::StringRef message,
              const Arguments &...arguments) {
    if (location.isInvalid() || isGenerated(location) || !reported_.insert(location).second)
      return false;
    clang::DiagnosticBuilder builder = diag(location, message);
    (void)(builder << ... << arguments);
    return true;
  }

  /// Evidence for the report before it.
  template <typename... Arguments>
  void note(clang::SourceLocation location, llvm::StringRef message,
            const Arguments &...arguments) {
    clang::DiagnosticBuilder builder = diag(location, message, clang::DiagnosticIDs::Note);
    (void)(builder << ... << arguments);
  }

  /// How a path goes: a note for each of its last decisions, in order.
  void notePath(llvm::ArrayRef<flow::Decision> path);

private:
  friend class OptionBase;
  void addOption(const OptionBase &option) { options_.push_back(&option); }
  const OptionsView &optionsView() const { return Options; }
  bool isGenerated(clang::SourceLocation location) const;
  /// Default checks always; others by exact name in `Checks` or by the option async.Tier.
  bool selected() const;

  CheckInfo info_;
  clang::tidy::ClangTidyContext *context_;
  std::shared_ptr<Session> session_;
  std::vector<const OptionBase *> options_;
  llvm::DenseSet<clang::SourceLocation> reported_;
};

} // namespace asynctidy::tidy
