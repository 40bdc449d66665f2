// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Promises and their futures that never leave the function that makes them.
#pragma once

#include "flow/Mentions.h"

namespace asynctidy::flow {

struct Function;
class Unit;

/// Whether \p future, also one with continuations, comes from a promise that only \p function has:
/// an error in it is the function's own doing.
bool isOfOwnPromise(const clang::Expr &future, const Function &function, Unit &unit);

/// Whether \p future is got from a local variable of \p function that was made of what is done and
/// has no error, and never becomes another one: shared_future shared(make_ready_future()).
bool isOfDoneWork(const clang::Expr &future, const Function &function, Unit &unit);

/// Whether \p getter, a method called on a promise, puts the future into a local variable of
/// \p function that is asked or moved into another one at most: nobody waits for it.
bool isWaitedForByNobody(const Mention &getter, const Function &function, Unit &unit);

} // namespace asynctidy::flow
