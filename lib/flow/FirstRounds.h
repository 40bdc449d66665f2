// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Loops whose constants say that they run once at least.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/Stmt.h>
#include <llvm/ADT/DenseMap.h>

namespace asynctidy::flow {

class FirstRounds {
public:
  FirstRounds() = default;
  /// Those in \p body, lambdas apart.
  FirstRounds(const clang::ASTContext &context, const clang::Stmt &body) { note(&body, context); }

  /// The condition of the loop that \p counter, its variable, begins, if it holds at first: that of
  /// `for (int i = 0; i < 3; ++i)`; else null.
  const clang::Expr *conditionFor(const clang::ValueDecl &counter) const {
    return conditions_.lookup(&counter);
  }

private:
  void note(const clang::Stmt *node, const clang::ASTContext &context);

  llvm::DenseMap<const clang::ValueDecl *, const clang::Expr *> conditions_;
};

} // namespace asynctidy::flow
