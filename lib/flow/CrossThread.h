// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Objects that belong to an event loop, and code on other threads that touches them.
#pragma once

#include "flow/Chains.h"

namespace asynctidy::flow {

class Unit;

struct CrossThreadTouch {
  /// Where the callable that runs off the loop is handed over.
  const HandOver *handOver = nullptr;
  /// The callable, and the function that hands it over.
  const Function *callable = nullptr;
  const Function *creator = nullptr;
  /// From the call in the callable to the one that may be made on the loop's thread only.
  std::vector<Step> chain;
};

/// The calls, in callables that definitely run off the loop, of what may be called on the thread of
/// the object's loop only. Silent are: objects made in the callable, or moved into it with all
/// that there is of them; callables that run, or may run, a loop from outside themselves; calls
/// under a lock; threads that are joined before a loop runs; objects whose executor may be the
/// pool that runs the callable.
std::vector<CrossThreadTouch> crossThreadTouches(Unit &unit);

} // namespace asynctidy::flow
