// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Words.h"

#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

using Words = llvm::ArrayRef<llvm::StringLiteral>;

llvm::StringRef identifier(const NamedDecl &declaration) {
  return declaration.getIdentifier() ? declaration.getName() : "";
}

/// "ThreadPool" and "thread_pool" are the same.
std::string joined(const NamedDecl &declaration) {
  std::string name = identifier(declaration).lower();
  llvm::erase(name, '_');
  return name;
}

bool hasMethod(const CXXRecordDecl *record, Words names) {
  const CXXRecordDecl *definition = record ? record->getDefinition() : nullptr;
  if (!definition)
    return false;
  auto matches = [&](const Decl *member) {
    const auto *function = dyn_cast_or_null<FunctionDecl>(member->getAsFunction());
    return function && llvm::is_contained(names, identifier(*function));
  };
  return llvm::any_of(definition->decls(), matches) ||
         llvm::any_of(definition->bases(), [&](const CXXBaseSpecifier &base) {
           return hasMethod(base.getType()->getAsCXXRecordDecl(), names);
         });
}

} // namespace

Name nameOf(const FunctionDecl &function) {
  Name name;
  std::string word;
  auto finish = [&] {
    if (word.empty() || word == "async" || word == "co" || word == "do")
      word.clear();
    else if (name.verb.empty())
      name.verb = std::exchange(word, {});
    else
      name.rest += std::exchange(word, {});
  };
  for (char letter : identifier(function)) {
    if (letter == '_' || llvm::isUpper(letter))
      finish();
    if (letter != '_')
      word += llvm::toLower(letter);
  }
  finish();
  return name;
}

bool saysThatItOpens(const Name &name) {
  return name.verb == "open" || name.verb == "create" || name.verb == "connect";
}

bool saysThatItCloses(const Name &name) {
  return name.verb == "close" || name.verb == "aclose" || name.verb == "disconnect";
}

bool saysThatItGivesBack(const FunctionDecl &function) {
  static constexpr llvm::StringLiteral words[] = {"close", "stop", "aclose"};
  return llvm::is_contained(words, identifier(function));
}

bool mayGiveBack(const FunctionDecl &function) {
  static constexpr llvm::StringLiteral words[] = {
      "close", "aclose", "stop", "shutdown", "abort", "cancel", "release", "reset", "disconnect"};
  return llvm::is_contained(words, identifier(function));
}

bool mayOpen(const FunctionDecl &function) {
  static constexpr llvm::StringLiteral words[] = {"open",   "connect",   "start", "init",
                                                  "listen", "handshake", "dial",  "begin"};
  return llvm::any_of(words,
                      [&](llvm::StringRef word) { return identifier(function).starts_with(word); });
}

bool saysThatItIsAThreadPool(const CXXRecordDecl &record) {
  return llvm::StringRef(joined(record)).contains("threadpool");
}

bool saysThatItIsAScope(const CXXRecordDecl &record) {
  static constexpr llvm::StringLiteral words[] = {"asyncscope", "taskscope", "nursery",
                                                  "taskgroup"};
  const std::string name = joined(record);
  return llvm::any_of(words,
                      [&](llvm::StringRef word) { return llvm::StringRef(name).contains(word); });
}

bool saysThatItMoves(const FunctionDecl &callee) {
  static constexpr llvm::StringLiteral words[] = {"resumeon", "resumein", "switchto",  "transferto",
                                                  "hopto",    "moveto",   "continueon"};
  const auto *constructor = dyn_cast<CXXConstructorDecl>(&callee);
  const std::string name = constructor ? joined(*constructor->getParent()) : joined(callee);
  return llvm::any_of(words,
                      [&](llvm::StringRef word) { return llvm::StringRef(name).contains(word); });
}

bool mayRunCallables(const CXXRecordDecl *record) {
  static constexpr llvm::StringLiteral words[] = {"execute", "schedule", "post", "enqueue"};
  return hasMethod(record, words);
}

bool saysThatItSchedules(const FunctionDecl &function) {
  return identifier(function) == "schedule";
}

bool saysThatItAsserts(llvm::StringRef macro) {
  return macro.contains("ASSERT") || macro.contains("EXPECT_") || macro.contains("REQUIRE") ||
         macro.starts_with("QVERIFY") || macro.ends_with("VERIFY") || macro.ends_with("COMPARE") ||
         macro.starts_with("QTRY_");
}

bool saysThatItChecks(llvm::StringRef macro) {
  return saysThatItAsserts(macro) || macro.contains("CHECK");
}

bool saysThatItLogs(llvm::StringRef macro) {
  return macro.contains("LOG") && !macro.contains("LOGIN") && !macro.contains("DIALOG");
}

bool saysThatItIsASection(llvm::StringRef macro) {
  return macro.ends_with("SECTION") || macro.ends_with("SUBCASE");
}

bool saysThatItExpectsAThrow(llvm::StringRef name) {
  std::string joined = name.lower();
  llvm::erase(joined, '_');
  llvm::StringRef words = joined;
  return words.contains("throw") && !words.contains("nothrow") && !words.contains("notthrow") &&
         !words.contains("nonthrow");
}

} // namespace asynctidy::flow
