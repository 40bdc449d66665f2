// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What becomes, on each way through a function, of asynchronous work that a local variable holds.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

/// The ways on which \p value, which its holder is initialised with, is neither awaited, read,
/// given away nor discarded on purpose. Only questions ("is it done?") and tests do not count.
/// Exceptions count where a co_await of other started work throws: that the work began before is
/// what makes it lost.
std::vector<Breach> neverUsed(const Value &value, const Function &function, Unit &unit,
                              bool throwing);

/// The ways on which \p value, started work that ends with its handle, goes away although it may
/// not be done. Where the library documents that dropping the handle cancels, only work that no way
/// ever waits for: everything else is how one cancels there.
std::vector<Breach> destroyedWhilePending(const Value &value, const Function &function, Unit &unit);

} // namespace asynctidy::flow
