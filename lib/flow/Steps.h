// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Work that is started step by step although a step depends on the one before.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// One step: a coroutine that is made a task, or a function that starts its work when it is called.
struct StartedStep {
  /// What starts it.
  const clang::Expr *start = nullptr;
  /// The call whose work it is.
  const clang::CallExpr *work = nullptr;
  const clang::FunctionDecl *callee = nullptr;
  /// The variable that keeps the handle; null when nobody does.
  const clang::VarDecl *handle = nullptr;
};

struct Unchained {
  enum Why {
    Opens,  ///< the first makes usable what the second uses
    Closes, ///< the second makes unusable what the first uses
    Copies, ///< the second has got a copy of what the first is still to write
  };
  Why why = Opens;
  StartedStep first;
  StartedStep second;
  /// What both work on; null when only the names of the functions say that they belong together.
  const clang::NamedDecl *shared = nullptr;
};

/// The steps of \p function that are started in one block, with no suspension in between, and
/// certainly depend on each other's order. A step whose handle is used for more than a co_await
/// belongs to somebody who may know better (gather, a continuation). One entry for each first step.
std::vector<Unchained> unchainedSteps(const Function &function, Unit &unit);

/// Whether \p value is the handle of such a first step: async-unchained-coroutines reports it, and
/// says more than that the handle is dropped.
bool isUnchainedStep(const Value &value, const Function &function, Unit &unit);

} // namespace asynctidy::flow
