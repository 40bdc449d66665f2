// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Files that a program wrote, which nobody can mend by hand.
#pragma once

#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

namespace asynctidy::tidy {

/// Those of one translation unit.
class GeneratedFiles {
public:
  /// Whether \p location is in a file that says so at its beginning, in the words by which
  /// generators do: "DO NOT EDIT" (protoc and most others), "All changes made in this file will be
  /// lost" (Qt's moc and uic), "@generated".
  bool contains(clang::SourceLocation location, const clang::SourceManager &sources);

private:
  llvm::DenseMap<clang::FileID, bool> known_;
};

} // namespace asynctidy::tidy
