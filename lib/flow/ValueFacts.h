// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The part of a function's facts that says which asynchronous values arise and what becomes of
/// them.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

/// What the surroundings do with the value of an expression.
struct Use {
  Fate fate = Fate::Used;
  Position position = Position::Statement;
  const clang::VarDecl *holder = nullptr;
  /// The innermost ?: around it.
  const clang::Expr *condition = nullptr;
  bool conditionHolds = false;
};

/// Records the values of one function.
class ValueFacts {
public:
  ValueFacts(Function &function, model::Knowledge &knowledge)
      : function_(function), knowledge_(knowledge) {}

  /// \p node, the result of \p callee if that is not null, if it stands for asynchronous work.
  void add(const clang::Expr &node, const clang::FunctionDecl *callee, const Use &use,
           bool inHandler);

  /// \p node, if it makes an awaitable that is dropped: maybe_yield(); a variable of such a type
  /// may be a handle that is still empty.
  void addMade(const clang::CXXConstructExpr &node, const Use &use, bool inHandler);

  /// Something is done with \p variable.
  void named(const clang::VarDecl &variable) { named_.insert(&variable); }

  /// Decides which holders nothing refers to, unless uses of them may be missing.
  void finish();

private:
  Function &function_;
  model::Knowledge &knowledge_;
  llvm::SmallPtrSet<const clang::VarDecl *, 16> named_;
};

} // namespace asynctidy::flow
