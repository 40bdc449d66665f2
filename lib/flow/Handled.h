// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Work that needs nobody to look at its handle: somebody else does, or nothing can go wrong in it.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// Whether \p value is work of a coroutine defined in \p unit that awaits inside of try blocks only
/// which catch everything and keep it, and that throws nowhere else: called itself, or made to be
/// started, as in create_task(work()).
bool handlesItsErrors(const Value &value, Unit &unit);

/// The same of a coroutine that awaits nothing and calls nothing that may throw.
bool cannotFail(const Value &value, Unit &unit);

/// scope.spawn(work()): what has started is the scope's, whatever becomes of the handle. By its
/// model, or, where no model speaks of the class, by its name.
bool isOwned(const Value &value, Unit &unit);

} // namespace asynctidy::flow
