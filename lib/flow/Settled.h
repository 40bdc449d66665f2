// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What is known to be done by the time that somebody would wait for it.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// The variable or member that \p expr names; null for anything else, and for null.
const clang::ValueDecl *named(const clang::Expr *expr);

/// What \p call waits for: the object of future.get(), the argument of sync_wait(task).
const clang::Expr *waitedFor(const Call &call);

/// Whether what \p written stands for, which \p function waits for at \p place, by the call \p wait
/// there or somewhere below it, is done for certain, or known not to be: it was waited for, asked
/// whether it is done (also in a lambda that was called) or awaited earlier in the function, it
/// came out of an await, it is made done or by a coroutine that never suspends, or it is what a
/// callback on the loop is given, or a part of that. \p written may be null when only \p object is
/// known.
bool isSettled(const clang::Expr *written, const clang::ValueDecl *object, model::Waits what,
               const Function &function, const clang::Expr &place, Unit &unit);

/// Whether something with a yes or no was asked of \p object earlier in \p function: of what is no
/// handle itself that may have been whether it is done.
bool mayBeAsked(const clang::ValueDecl *object, const Function &function, const clang::Expr &place);

} // namespace asynctidy::flow
