// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a function's text says of work that is done, so that nobody has to wait for it.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

/// The variable or member that \p expr, which may be null, names; null for anything else.
const clang::ValueDecl *named(const clang::Expr *expr);

/// Whether \p operand, that of a co_await, is \p object, or awaits a result by something that it is
/// given to: qCoro(future).waitForFinished().
bool awaits(const clang::Expr *operand, const clang::ValueDecl *object, model::Waits what);

/// Whether \p expr is what awaiting yielded, or an element of that: the results of when_all are
/// done.
bool isYielded(const clang::Expr *expr);

} // namespace asynctidy::flow
