// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Where the expressions of a function body stand in its loops and branches.
#pragma once

#include <clang/AST/ExprCXX.h>
#include <clang/AST/Stmt.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

class Rounds {
public:
  explicit Rounds(const clang::Stmt &body);

  /// Whether \p expr is, or is part of, what decides on another round of a loop.
  bool isLoopCondition(const clang::Expr &expr) const { return loopConditions_.contains(&expr); }
  /// Whether \p name is in a loop and each of its rounds that gets there evaluates it: no branch
  /// between the innermost loop and the name.
  bool isInEveryRound(const clang::DeclRefExpr &name) const {
    return everyRound_.contains(name.getLocation());
  }
  bool isInSwitch(const clang::DeclRefExpr &name) const {
    return inSwitch_.contains(name.getLocation());
  }

private:
  struct Place {
    bool inLoop = false;
    bool conditional = false;
    bool inSwitch = false;
  };
  static unsigned repeated(const clang::CompoundStmt &block, unsigned first);
  void walk(const clang::Stmt *node, Place place);
  void condition(const clang::Stmt *node);

  llvm::SmallPtrSet<const clang::Stmt *, 16> loopConditions_;
  llvm::DenseSet<clang::SourceLocation> everyRound_;
  llvm::DenseSet<clang::SourceLocation> inSwitch_;
};

} // namespace asynctidy::flow
