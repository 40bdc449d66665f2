// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Suspensions after which a coroutine is on another thread for certain.
///
/// movesElsewhere() says where that may be, so that what follows is not judged as the loop's; what
/// is reported because of a hop needs more than that.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// Whether \p await goes on on one of several threads, or on a new one: by its model, because it
/// moves to an executor that is seen to have threads, or because the awaiter's await_suspend()
/// resumes the coroutine there.
bool leavesThread(const clang::Expr &await, const Function &function, Unit &unit);

/// Whether \p await is of work that does not move the coroutine to another executor, as far as it
/// is known: a task or coroutine whose body does not, either.
bool staysOnThread(const clang::Expr &await, Unit &unit);

} // namespace asynctidy::flow
