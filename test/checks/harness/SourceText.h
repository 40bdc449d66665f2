// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A file's text by lines; lines and columns count from 1, as in diagnostics.
#pragma once

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace asynctidy::test {

class SourceText {
public:
  explicit SourceText(std::string text) : text_(std::move(text)) {
    starts_.push_back(0);
    for (unsigned i = 0; i < text_.size(); ++i)
      if (text_[i] == '\n')
        starts_.push_back(i + 1);
  }

  const std::string &text() const { return text_; }
  unsigned lines() const { return starts_.size(); }
  unsigned lineOf(unsigned offset) const {
    return llvm::upper_bound(starts_, offset) - starts_.begin();
  }
  unsigned columnOf(unsigned offset) const { return offset - starts_[lineOf(offset) - 1] + 1; }
  unsigned start(unsigned line) const { return starts_[line - 1]; }
  /// Where the line's newline is.
  unsigned end(unsigned line) const {
    return line < lines() ? starts_[line] - 1 : static_cast<unsigned>(text_.size());
  }
  llvm::StringRef line(unsigned line) const {
    return llvm::StringRef(text_).slice(start(line), end(line));
  }

private:
  std::string text_;
  std::vector<unsigned> starts_;
};

} // namespace asynctidy::test
