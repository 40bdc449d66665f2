// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Blocking locks that a coroutine holds while it is suspended.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct HeldLock {
  /// The guard, or the mutex that is locked by hand.
  const clang::ValueDecl *lock = nullptr;
  /// Where it is locked: a declaration or a call.
  const clang::Stmt *acquired = nullptr;
  /// The co_await or co_yield.
  const clang::Expr *suspension = nullptr;
};

/// One entry for each lock and the first suspension that holds it, on whatever way. A lock that is
/// unlocked, released or moved away before does not count, nor one whose lock() is itself awaited.
std::vector<HeldLock> locksHeldAcrossSuspensions(const Function &function, Unit &unit);

} // namespace asynctidy::flow
