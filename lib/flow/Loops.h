// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Loops of coroutines that keep the event loop from everything else.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

struct TightLoop {
  enum Kind {
    Endless,   ///< it has no way out but an exception
    Unbounded, ///< its condition is constant, something in it leaves
    Long,      ///< its bounds are constants
  };
  const clang::Stmt *loop = nullptr;
  Kind kind = Endless;
  /// How often the innermost body of a Long one runs.
  std::uint64_t iterations = 0;
};

/// The outermost loops of \p function in which nothing suspends it and whose end is far: their
/// condition is constant, or constants say that something in them runs \p many times or more.
/// None once the coroutine may have moved to another thread.
std::vector<TightLoop> loopsWithoutSuspension(const Function &function,
                                              const clang::ASTContext &context, std::uint64_t many);

/// A loop that only sleeps until its condition changes.
struct BusyWait {
  const clang::Stmt *loop = nullptr;
  const clang::Expr *condition = nullptr;
  /// The call whose result is awaited.
  const clang::CallExpr *sleep = nullptr;
};

/// The loops of \p function that do nothing but to await a sleep, by its model, and to ask again.
/// A condition that suspends asks somebody else, who may not be able to tell by himself.
std::vector<BusyWait> busyWaits(const Function &function, const model::Knowledge &knowledge);

} // namespace asynctidy::flow
