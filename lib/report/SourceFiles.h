// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The text of the files that findings are in, read once.
#pragma once

#include "report/Finding.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>

#include <memory>
#include <vector>

namespace asynctidy::report {

class SourceFiles {
public:
  /// Uses \p text for \p file instead of reading it.
  void add(llvm::StringRef file, llvm::StringRef text);

  /// Null when the file cannot be read.
  const llvm::MemoryBuffer *buffer(llvm::StringRef file);

  /// Line 0 when the file cannot be read or ends before \p offset.
  Position position(llvm::StringRef file, unsigned offset);

  /// The text of a line, counted from 1, without its end; empty when there is none.
  llvm::StringRef line(llvm::StringRef file, unsigned number);

  /// The column in Unicode code points that SARIF wants.
  unsigned codePointColumn(llvm::StringRef file, Position position);

  /// Fills in the positions of everything in \p message, and the length of its place.
  void locate(Message &message);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> buffer;
    /// Offsets of the first byte of each line.
    std::vector<unsigned> lines;
  };
  const File &file(llvm::StringRef name);
  void locate(Range &range);
  unsigned tokenLength(llvm::StringRef file, unsigned offset);

  llvm::StringMap<File> files_;
};

} // namespace asynctidy::report
