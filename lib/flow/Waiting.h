// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Code that the event loop runs, and that blocks its thread until something is done.
#pragma once

#include "flow/Chains.h"

namespace asynctidy::flow {

class Unit;

struct LoopWait {
  const Function *function = nullptr;
  /// What it calls.
  const Call *call = nullptr;
  /// From that call down to the one that waits, both included.
  std::vector<Step> chain;
};

/// The calls that wait by their model, directly or through functions defined here, for what may not
/// be done by then. Silent are those with a zero timeout; those for what has been asked whether it
/// is done, waited for or awaited earlier in the text of a function of the chain, that came out of
/// an await, or that a callback is given; those after a hop to another thread; and in a stackful
/// coroutine those that suspend only that.
std::vector<LoopWait> waitsOnLoop(Unit &unit);

} // namespace asynctidy::flow
