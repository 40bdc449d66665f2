// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// The calls of \p function that wait for work that may not be done: calls that wait by their
/// model. Without those that have a zero timeout, those on an object that was asked whether it is
/// done, waited for or awaited earlier in the function or that came out of an await, those on what
/// a callback is given, those after a hop to another thread, and in a stackful coroutine those that
/// suspend only that.
std::vector<Call> blockingWaits(const Function &function, Unit &unit);

} // namespace asynctidy::flow
