// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/GeneratedFiles.h"

using namespace clang;

namespace asynctidy::tidy {
namespace {

/// The comments and blank lines before the first line of code.
llvm::StringRef headOf(llvm::StringRef text) {
  std::size_t end = 0;
  bool isInComment = false;
  while (end < text.size()) {
    const std::size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
    const llvm::StringRef line = text.slice(end, next).trim();
    if (!isInComment && !line.empty() && !line.starts_with("//") && !line.starts_with("/*"))
      break;
    isInComment = (isInComment || line.starts_with("/*")) && !line.contains("*/");
    end = next;
  }
  return text.take_front(end);
}

bool saysThatItIsGenerated(llvm::StringRef head) {
  return head.contains_insensitive("do not edit") || head.contains("@generated") ||
         head.contains_insensitive("all changes made in this file will be lost");
}

} // namespace

bool GeneratedFiles::contains(SourceLocation location, const SourceManager &sources) {
  const FileID file = sources.getFileID(sources.getExpansionLoc(location));
  auto [place, isNew] = known_.try_emplace(file, false);
  if (isNew)
    place->second = saysThatItIsGenerated(headOf(sources.getBufferData(file)));
  return place->second;
}

} // namespace asynctidy::tidy
