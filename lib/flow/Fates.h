// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What becomes, on each way through a function, of asynchronous work that a local variable holds.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

/// Whether the operand of \p await is work that began before it: a task or future.
bool awaitsStartedWork(const clang::Expr &await, Unit &unit);

/// Whether dropping a \p meaning loses an error that only it knows of.
bool losesError(const model::Meaning &meaning);

/// The ways on which \p value, which its holder is initialised with, is neither awaited, read,
/// given away nor discarded on purpose. Only questions ("is it done?") and tests do not count.
/// Exceptions count where a co_await of other started work throws: that the work began before is
/// what makes it lost.
std::vector<Breach> neverUsed(const Value &value, const Function &function, Unit &unit,
                              bool throwing);

/// Whether the work of \p value sets a variable at its end, and whoever makes the handle goes on
/// only when that is set.
bool isFoundDone(const Value &value, const Function &function, Unit &unit);

/// The ways through \p function on which nobody looks at its by-value \p parameter, a future that
/// has no other owner. Where the parameter is known to hold no error, none is lost.
std::vector<Breach> neverUsed(const clang::ParmVarDecl &parameter, const Function &function,
                              Unit &unit);

/// The ways on which \p value, started work that ends with its handle, goes away although it may
/// not be done. Where the library documents that dropping the handle cancels, only work that no way
/// ever waits for: everything else is how one cancels there.
std::vector<Breach> destroyedWhilePending(const Value &value, const Function &function, Unit &unit);

} // namespace asynctidy::flow
