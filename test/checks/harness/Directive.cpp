// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Directive.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FormatVariadic.h>

#include <array>

namespace asynctidy::test {
namespace {

constexpr std::array<llvm::StringLiteral, 11> words{
    "expect", "note",  "fix",     "known-missed", "known-false", "options",
    "checks", "flags", "runtime", "errors",       "needs"};

/// Words about a check: prose has no reason to use them with a check's name.
bool isAboutCheck(llvm::StringRef word) {
  return word == "expect" || word == "known-missed" || word == "known-false";
}

/// The directive that \p head was meant to be; empty for an ordinary word.
llvm::StringRef meant(llvm::StringRef head) {
  std::string lower = head.lower();
  for (llvm::StringRef word : words)
    if (llvm::StringRef(lower).edit_distance(word) <= (word.size() <= 4 ? 1u : 2u))
      return word;
  return "";
}

bool startsWithCheckName(llvm::StringRef text) { return text.ltrim(" ,").starts_with("async-"); }

} // namespace

llvm::StringRef word(Directive directive) { return words[static_cast<unsigned>(directive)]; }

bool isForFile(Directive directive) { return directive >= Directive::Options; }

Comment readComment(llvm::StringRef text) {
  text = text.trim();
  auto [head, argument] = text.split(':');
  head = head.rtrim();
  bool hasColon = text.contains(':') && !argument.starts_with(":");
  if (hasColon) {
    for (unsigned i = 0; i < words.size(); ++i)
      if (head == words[i])
        return {static_cast<Directive>(i), argument.trim().str(), ""};
    if (llvm::StringRef word = meant(head); !word.empty())
      return {std::nullopt, "", llvm::formatv("'{0}:' is no directive; '{1}:'?", head, word).str()};
  }
  llvm::StringRef first = text.take_while([](char c) { return llvm::isAlpha(c) || c == '-'; });
  if (isAboutCheck(meant(first)) && startsWithCheckName(text.drop_front(first.size())))
    return {std::nullopt, "",
            llvm::formatv("'{0}' needs a colon: '{1}: async-...'", first, meant(first)).str()};
  for (llvm::StringRef word : words)
    if (isAboutCheck(word) && text.contains((word + ":").str()))
      return {std::nullopt, "", llvm::formatv("'{0}:' must start its comment", word).str()};
  return {};
}

} // namespace asynctidy::test
