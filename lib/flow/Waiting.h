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
  /// The function is a coroutine that a thread pool runs, which the result may need.
  bool isOnPool = false;
};

/// The calls in code on the loop that wait by their model, directly or through functions defined
/// here, for what may not be done by then; and those in a coroutine that starts on a thread pool,
/// for a result that it could await: threads are few there, too. Silent are those with a zero
/// timeout; those for what is settled (Settled.h) in a function of the chain; those after a hop to
/// another thread; those at the beginning of a coroutine that its thread waits for; and in a
/// stackful coroutine those that suspend only that.
std::vector<LoopWait> waitsOnLoop(Unit &unit);

} // namespace asynctidy::flow
