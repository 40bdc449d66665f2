// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/Check.h"

#include "tidy/Session.h"

#include <clang/ASTMatchers/ASTMatchers.h>

using namespace clang;

namespace asynctidy::tidy {

Check::Check(StringRef name, clang::tidy::ClangTidyContext *context, CheckInfo info)
    : ClangTidyCheck(name, context), info_(info), context_(context),
      session_(Session::of(*context)) {}

Check::~Check() = default;

bool Check::selected() const {
  if (info_.tier <= session_->tier())
    return true;
  // `Checks` is what all configuration layers joined with commas; the last word counts, and
  // clang-tidy has already asked the globs.
  std::string exact = "async-" + info_.name.str();
  std::string checks = context_->getOptions().Checks.value_or("");
  SmallVector<StringRef> globs;
  SplitString(checks, globs, ",\n");
  return llvm::any_of(globs, [&](StringRef glob) { return glob.trim() == exact; });
}

void Check::registerMatchers(ast_matchers::MatchFinder *finder) {
  if (!selected())
    return;
  // Registered for onEndOfTranslationUnit: facts are complete only then.
  finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  session_->observe(finder, this);
}

void Check::onEndOfTranslationUnit() {
  if (flow::Unit *unit = session_->unit())
    analyse(*unit);
}

void Check::storeOptions(clang::tidy::ClangTidyOptions::OptionMap &map) {
  for (const OptionBase *option : options_)
    option->store(Options, map);
  map.insert_or_assign(SharedOptions::modelsKey,
                       clang::tidy::ClangTidyOptions::ClangTidyValue(session_->options().models));
  map.insert_or_assign(SharedOptions::tierKey,
                       clang::tidy::ClangTidyOptions::ClangTidyValue(session_->options().tier));
}

bool Check::isGenerated(clang::SourceLocation location) const {
  return session_->isGenerated(location);
}

void Check::notePath(llvm::ArrayRef<flow::Decision> path) {
  // The beginning of a long path tells least.
  constexpr std::size_t most = 3;
  for (const flow::Decision &decision : path.take_back(most)) {
    if (!decision.expr)
      continue;
    clang::SourceLocation place = decision.expr->getBeginLoc();
    switch (decision.kind) {
    case flow::Edge::True:
      note(place, "if this holds");
      break;
    case flow::Edge::False:
      note(place, "if this does not hold");
      break;
    case flow::Edge::AwaitThrows:
    case flow::Edge::CallThrows:
      note(place, "if this throws");
      break;
    default:
      break;
    }
  }
}

} // namespace asynctidy::tidy
