// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Calls that work on the main thread of the process only, and code that runs on other threads.
#pragma once

#include "flow/Chains.h"

namespace asynctidy::flow {

class Unit;

struct OffMainCall {
  /// Where the callable that runs on another thread is handed over.
  const HandOver *handOver = nullptr;
  /// From the call in the callable to the one that needs the main thread.
  std::vector<Step> chain;
};

/// The calls that need the main thread in callables that run on another one, directly, through
/// functions, and through coroutines that run on a loop there: those that the callable runs a loop
/// for, those that such coroutines await, and those that they start without naming another loop.
std::vector<OffMainCall> offMainCalls(Unit &unit);

} // namespace asynctidy::flow
