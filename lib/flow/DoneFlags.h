// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Variables by which work tells that it has come to its end.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

class Unit;

using DoneFlags = llvm::SmallPtrSet<const clang::ValueDecl *, 2>;

/// The local variables of \p function that the work behind \p value, started there, sets to true
/// when nothing is left that could fail: `auto task = spawn([&done]() -> Task { ...; done = true;
/// }());`. The work is a coroutine lambda that \p function calls once; what tests assert behind
/// that does not count. Whoever finds such a variable true knows that the work has not failed.
DoneFlags doneFlagsOf(const Value &value, const Function &function, Unit &unit);

} // namespace asynctidy::flow
