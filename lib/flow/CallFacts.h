// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The part of a function's facts that says what it calls and which callables it hands over.
#pragma once

#include "flow/Function.h"
#include "flow/Targets.h"

namespace asynctidy::flow {

/// Where a call stands, as far as the facts about it tell.
struct CallPlace {
  bool inHandler = false;
  bool inTry = false;
  /// Whether the call is a whole statement.
  bool isStatement = false;
  /// Whether its result is awaited.
  bool isAwaited = false;
};

/// Records the calls of one function in the order in which they are given.
class CallFacts {
public:
  CallFacts(Function &function, model::Knowledge &knowledge, Targets &targets)
      : function_(function), knowledge_(knowledge), targets_(targets) {}

  /// \p node calls, or constructs by, \p callee.
  void add(const clang::Expr &node, const clang::FunctionDecl &callee, CallPlace place);

  /// \p node calls what something holds; nothing if that is not known, and for any other call.
  /// Returns the function if it can be one only, else null.
  const clang::FunctionDecl *addIndirect(const clang::CallExpr &node, CallPlace place);

  /// \p await, a co_await, may move the coroutine by itself, whatever its operand is.
  void addMove(const clang::Expr &await, CallPlace place);

  /// \p value is put into a \p wrapper of callables, as in `std::function<void()> f = value;`.
  /// Nothing for any other type.
  void wrapped(const clang::Expr &value, clang::QualType wrapper);

private:
  void finish(Call &call, CallPlace place);
  void addHandOvers(const Call &call);
  void addHandOver(const Call &call, const model::Callable &role, const clang::Expr &callable);
  llvm::SmallVector<const clang::FunctionDecl *, 1> madeBy(const clang::CallExpr &call);
  HandOver handOver(const clang::Expr &callable);

  Function &function_;
  model::Knowledge &knowledge_;
  Targets &targets_;
  bool hopped_ = false;
};

} // namespace asynctidy::flow
