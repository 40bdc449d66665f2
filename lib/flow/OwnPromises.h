// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Promises and their futures that never leave the function that makes them.
#pragma once

#include "flow/Mentions.h"

namespace asynctidy::flow {

struct Function;
struct Value;
class Unit;

/// Whether \p value, a future, comes from a promise that only \p function has: an error in it is
/// the function's own doing.
bool isOfOwnPromise(const Value &value, const Function &function, Unit &unit);

/// Whether \p getter, a method called on a promise, puts the future into a local variable of
/// \p function that is asked or moved into another one at most: nobody waits for it.
bool isWaitedForByNobody(const Mention &getter, const Function &function, Unit &unit);

} // namespace asynctidy::flow
