// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which function bodies a run can do without. Most of a translation unit is system headers whose
/// bodies no check looks into.
#pragma once

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/DenseMap.h>

namespace asynctidy::driver {

/// Decides for the parser. A body is needless when it is in a system header and inference from
/// structure does not read it. Sema itself keeps what it needs (constexpr, deduced types).
class NeedlessBodies {
public:
  explicit NeedlessBodies(const clang::SourceManager &sources) : sources_(sources) {}

  bool contains(const clang::Decl *function);

private:
  bool isMachinery(const clang::CXXRecordDecl *record);

  const clang::SourceManager &sources_;
  /// By canonical declaration; classes are complete when bodies are parsed.
  llvm::DenseMap<const clang::CXXRecordDecl *, bool> machinery_;
};

/// Whether code of the user's may have missed its instantiation because the bodies of system
/// headers were skipped: a generic call operator that nothing else calls. The unit must then be
/// parsed again in full.
bool mayMissInstantiations(clang::ASTContext &context);

} // namespace asynctidy::driver
