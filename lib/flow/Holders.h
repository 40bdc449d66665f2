// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The values that variables and members which hold a callable may have.
#pragma once

#include "flow/HolderScan.h"

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/SmallVector.h>

#include <memory>

namespace asynctidy::flow {

class Holders {
public:
  using Values = llvm::SmallVector<const clang::Expr *, 2>;

  Holders(const clang::ASTContext &context, Program program)
      : context_(context), program_(std::move(program)) {}

  /// The values that \p variable, a local one, may have where \p use names it. Empty when others
  /// may give it more: a reference or pointer to it is made, or it is a parameter.
  std::optional<Values> at(const clang::DeclRefExpr &use, const clang::VarDecl &variable);

  /// The values that \p holder, a member or a variable that outlives calls, is given anywhere.
  /// Empty also when code that is not seen here may give it others.
  std::optional<Values> everywhere(const clang::ValueDecl &holder);

private:
  const HolderScan &inFunction(const clang::FunctionDecl &function);
  const HolderScan &inProgram();
  bool isSeenWhole(const clang::ValueDecl &holder) const;

  const clang::ASTContext &context_;
  Program program_;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<HolderScan>> functions_;
  std::unique_ptr<HolderScan> whole_;
};

} // namespace asynctidy::flow
