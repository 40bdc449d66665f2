// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Work that is still to be done when the event loop it runs on goes away.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct CutOff {
  /// The call that starts the work on the loop.
  const clang::Expr *start = nullptr;
  /// The value of that call; null when it yields none.
  const Value *value = nullptr;
  const clang::ValueDecl *loop = nullptr;
  /// Where the loop is closed; null when it goes away with its scope.
  const clang::Expr *closed = nullptr;
  std::vector<Decision> path;
};

/// The first way for each piece of work that \p function starts on a loop of which it sees the end,
/// with nobody waiting for the work before. A loop that somebody else gets hold of may do it there.
std::vector<CutOff> cutOffByLoops(const Function &function, Unit &unit);

} // namespace asynctidy::flow
