// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Futures that a coroutine is given and awaits only after it has worked.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// Work that was in vain if the future had been cancelled before it.
struct LateAwait {
  const clang::ParmVarDecl *future = nullptr;
  /// Where the future is awaited.
  const clang::Expr *place = nullptr;
  /// The first piece of work on a way there: a co_await or a call.
  const clang::Expr *work = nullptr;
  /// What tells whether the future is done; null when no model says.
  const clang::CXXMethodDecl *query = nullptr;
};

/// The awaits in the coroutine \p function of futures that it was given, that whoever waits can
/// cancel, and that nothing asks on any way there, though it works on one. Work is a co_await of
/// something it was not given, a call that blocks or has a loop of its own, and a call in a loop.
/// A future that anything else is done with before is left alone.
std::vector<LateAwait> lateAwaits(const Function &function, Unit &unit);

} // namespace asynctidy::flow
