// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/Checks.h"

#include "asynctidy/CommandLine.h"
#include "tidy/CheckInfo.h"

#include <clang-tidy/GlobList.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace asynctidy::driver {
namespace {

constexpr llvm::StringLiteral prefix = "async-";

struct Glob {
  bool isNegative;
  llvm::StringRef text;

  bool names(llvm::StringRef check) const { return clang::tidy::GlobList(text).contains(check); }
  bool isOurs() const {
    return llvm::any_of(checkNames(), [&](auto &each) { return names(each); });
  }
};

std::vector<Glob> split(llvm::StringRef list) {
  llvm::SmallVector<llvm::StringRef> parts;
  llvm::SplitString(list, parts, ",\n");
  std::vector<Glob> globs;
  for (llvm::StringRef part : parts) {
    llvm::StringRef text = part.trim();
    bool isNegative = text.consume_front("-");
    if (!text.empty())
      globs.push_back({isNegative, text});
  }
  return globs;
}

} // namespace

const std::vector<std::string> &checkNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const tidy::Registered &check : tidy::registeredChecks())
      result.push_back((prefix + check.info.name).str());
    llvm::sort(result);
    return result;
  }();
  return names;
}

std::string selectOurs(llvm::StringRef list) {
  std::vector<Glob> globs = split(list);
  llvm::erase_if(globs, [](const Glob &glob) { return !glob.isOurs(); });
  bool selects = llvm::any_of(globs, [](const Glob &glob) { return !glob.isNegative; });
  std::string result = "-*";
  if (!selects) {
    // "-*" starts most lists; it is not meant for us.
    llvm::erase_if(globs, [](const Glob &glob) { return !glob.text.starts_with(prefix); });
    result += ",async-*";
  }
  for (const Glob &glob : globs)
    result += (glob.isNegative ? ",-" : ",") + glob.text.str();
  return result + ",-clang-analyzer-*,-clang-diagnostic-*";
}

llvm::Error verifyGlobs(llvm::StringRef list, llvm::StringRef source, bool foreignAllowed) {
  for (const Glob &glob : split(list)) {
    if (glob.isOurs() || (foreignAllowed && !glob.text.starts_with(prefix)))
      continue;
    bool isPattern = glob.text.contains('*');
    std::string hint = isPattern ? "" : didYouMean(glob.text, checkNames());
    if (hint.empty())
      hint = "; 'asynctidy list' shows the checks";
    return usageError(source + ": " + (isPattern ? "no check matches '" : "unknown check '") +
                      glob.text + "'" + hint);
  }
  return llvm::Error::success();
}

} // namespace asynctidy::driver
