// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Variables by which work tells that it has come to its end.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

class Unit;

using DoneFlags = llvm::SmallPtrSet<const clang::ValueDecl *, 2>;

/// The variables of others that the work behind \p value sets to true when nothing is left in it
/// that it could wait for: `auto task = spawn([&done] { ...; done = true; });`, also by way of a
/// local variable that holds the lambda. Whoever finds one true knows that the work has not failed.
DoneFlags doneFlagsOf(const Value &value, Unit &unit);

} // namespace asynctidy::flow
