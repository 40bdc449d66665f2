// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "asynctidy/models/KnownNames.h"

#include "asynctidy/CommandLine.h"

#include <llvm/ADT/StringExtras.h>

#include <set>

namespace asynctidy::driver {

llvm::Error unknownName(llvm::StringRef name, const model::Ledger &ledger, bool hasFile) {
  std::set<std::string> names;
  for (const model::Model &model : ledger.models())
    names.insert(model.document.library);
  for (const model::Statement &statement : ledger.statements())
    names.insert(statement.name);
  // "awaitable" for "asio::awaitable" is no slip of the pen.
  std::vector<std::string> qualified;
  for (const std::string &known : names)
    if (llvm::StringRef(known).ends_with(("::" + name).str()))
      qualified.push_back("'" + known + "'");
  constexpr size_t shown = 4;
  std::string hint;
  if (!qualified.empty()) {
    const bool isCut = qualified.size() > shown;
    qualified.resize(std::min(qualified.size(), shown));
    hint = "; did you mean " + llvm::join(qualified, " or ") + (isCut ? ", or another" : "") + "?";
  } else {
    hint = didYouMean(name, std::vector<std::string>(names.begin(), names.end()));
  }
  if (hint.empty())
    hint = "; 'asynctidy models list' shows the libraries";
  return usageError("no model " + llvm::Twine(hasFile ? "and no declaration in the file " : "") +
                    "has the name '" + name + "'" + hint);
}

} // namespace asynctidy::driver
