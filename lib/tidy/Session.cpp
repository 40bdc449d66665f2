// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/Session.h"

#include <clang/ASTMatchers/ASTMatchers.h>
#include <llvm/Support/Path.h>

#include <map>
#include <mutex>

using namespace clang;

namespace asynctidy::tidy {
namespace {

/// Matches nothing: the finder's first function tells which AST it walks. clangd restricts the
/// traversal to the main file's declarations, so that the translation unit itself never matches.
// NOLINTNEXTLINE(readability-identifier-naming): the name of a parameter and of a member
AST_MATCHER_P(FunctionDecl, tells, Session *, session) {
  session->begin(Finder->getASTContext());
  return false;
}

std::string rawOption(const clang::tidy::ClangTidyContext &context, StringRef key,
                      const std::string &standard) {
  const auto &options = context.getOptions().CheckOptions;
  auto found = options.find(key);
  return found == options.end() ? standard : found->getValue().Value;
}

} // namespace

std::vector<std::string> modelPaths(StringRef value) {
  SmallVector<StringRef> parts;
  value.split(parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> paths;
  for (StringRef part : parts)
    if (StringRef trimmed = part.trim(); !trimmed.empty())
      paths.push_back(trimmed.str());
  return paths;
}

std::shared_ptr<Session> Session::of(clang::tidy::ClangTidyContext &context) {
  static std::mutex mutex;
  static std::map<clang::tidy::ClangTidyContext *, std::weak_ptr<Session>> sessions;
  std::lock_guard lock(mutex);
  std::erase_if(sessions, [](const auto &entry) { return entry.second.expired(); });
  std::weak_ptr<Session> &place = sessions[&context];
  std::shared_ptr<Session> session = place.lock();
  if (!session)
    place = session = std::make_shared<Session>(context);
  return session;
}

Session::Session(clang::tidy::ClangTidyContext &context) {
  options_.models = rawOption(context, SharedOptions::modelsKey, options_.models);
  options_.tier = rawOption(context, SharedOptions::tierKey, options_.tier);
  if (options_.tier == "strict")
    tier_ = Tier::Strict;
  else if (options_.tier == "off")
    tier_ = Tier::Off;
  else if (options_.tier != "default")
    context.configurationDiag("invalid value '%0' for '%1'; expected 'default', 'strict' or 'off'")
        << options_.tier << SharedOptions::tierKey;
  loadModels(context);
}

void Session::loadModels(clang::tidy::ClangTidyContext &context) {
  std::vector<model::LoadError> errors;
  store_ = model::Store::load(modelPaths(options_.models), errors);
  for (const model::LoadError &error : errors)
    context.configurationDiag("invalid model: %0", DiagnosticIDs::Error) << error.message();
}

void Session::observe(ast_matchers::MatchFinder *finder,
                      ast_matchers::MatchFinder::MatchCallback *callback) {
  if (std::exchange(observing_, true))
    return;
  finder->addMatcher(ast_matchers::functionDecl(tells(this)), callback);
}

flow::Unit *Session::unit() {
  if (!unit_ && ast_)
    unit_ = std::make_unique<flow::Unit>(*ast_, store_);
  return unit_.get();
}

} // namespace asynctidy::tidy
