// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// All fixes of a run applied as `clang-tidy -fix` applies them, and the way from lines before to
/// lines after.
#pragma once

#include "harness/Finding.h"
#include "harness/SourceText.h"

#include <llvm/Support/Error.h>

namespace asynctidy::test {

class Fixes {
public:
  /// Fails when two fixes contradict each other, or one is for another file than \p path.
  static llvm::Expected<Fixes> apply(const std::string &path, const SourceText &source,
                                     const std::vector<Finding> &findings);

  const SourceText &fixed() const { return fixed_; }
  bool empty() const { return replacements_.empty(); }

  /// The line on which what was at \p offset is now.
  unsigned lineAfter(unsigned offset) const { return fixed_.lineOf(shifted(offset, false)); }
  /// What is now between \p begin and \p end, with what was inserted at either.
  llvm::StringRef between(unsigned begin, unsigned end) const {
    return llvm::StringRef(fixed_.text()).slice(shifted(begin, true), shifted(end, false));
  }

private:
  Fixes(clang::tooling::Replacements replacements, std::string fixed)
      : replacements_(std::move(replacements)), fixed_(std::move(fixed)) {}

  /// Where \p offset is now: before or after what was inserted there.
  unsigned shifted(unsigned offset, bool beforeInsertion) const;

  clang::tooling::Replacements replacements_;
  SourceText fixed_;
};

} // namespace asynctidy::test
