// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// A check's page: its headings, and every code block in it put to the test. The format is
/// described in README.md.
#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace asynctidy::test {

/// A fenced block.
struct Block {
  /// The line of the opening fence.
  unsigned line = 0;
  /// The heading that it is under.
  std::string section;
  std::string language;
  std::string text;
};

struct Page {
  std::string path;
  /// The check's name without "async-": the file's stem.
  std::string check;
  std::vector<Block> blocks;
  /// Departures from the format.
  std::vector<std::string> problems;
};

Page parsePage(std::string path, llvm::StringRef text);

/// Everything that is wrong with \p page, as text; empty when it holds.
std::string check(const Page &page);

} // namespace asynctidy::test
