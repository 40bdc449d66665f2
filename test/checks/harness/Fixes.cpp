// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "harness/Fixes.h"

#include <clang/Format/Format.h>

using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace asynctidy::test {
namespace {

/// Like clang-tidy: what overlaps an earlier fix is put after it, if it still fits.
llvm::Error add(Replacements &all, const Replacement &replacement) {
  llvm::Error conflict = all.add(replacement);
  if (!conflict)
    return llvm::Error::success();
  unsigned begin = all.getShiftedCodePosition(replacement.getOffset());
  unsigned end = all.getShiftedCodePosition(replacement.getOffset() + replacement.getLength());
  if (end - begin != replacement.getLength())
    return conflict;
  llvm::consumeError(std::move(conflict));
  all = all.merge(Replacements(Replacement(replacement.getFilePath(), begin, end - begin,
                                           replacement.getReplacementText())));
  return llvm::Error::success();
}

} // namespace

llvm::Expected<Fixes> Fixes::apply(const std::string &path, const SourceText &source,
                                   const std::vector<Finding> &findings) {
  Replacements all;
  for (const Finding &finding : findings)
    for (const Replacement &replacement : finding.fix) {
      if (replacement.getFilePath() != path)
        return llvm::createStringError("a fix is for another file: " + replacement.toString());
      if (llvm::Error error = add(all, replacement))
        return error;
    }
  clang::format::FormatStyle style = clang::format::getNoStyle();
  auto cleaned = clang::format::cleanupAroundReplacements(source.text(), all, style);
  if (!cleaned)
    return cleaned.takeError();
  auto fixed = clang::tooling::applyAllReplacements(source.text(), *cleaned);
  if (!fixed)
    return fixed.takeError();
  return Fixes(std::move(*cleaned), std::move(*fixed));
}

unsigned Fixes::shifted(unsigned offset, bool beforeInsertion) const {
  long delta = 0;
  for (const Replacement &each : replacements_) {
    unsigned end = each.getOffset() + each.getLength();
    if (end > offset || (beforeInsertion && each.getOffset() == offset))
      break;
    delta += static_cast<long>(each.getReplacementText().size()) - each.getLength();
  }
  return offset + delta;
}

} // namespace asynctidy::test
