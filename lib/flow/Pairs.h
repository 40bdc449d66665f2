// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What a coroutine takes from a lock, semaphore or gate, and the ways on which it does not give it
/// back.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

struct Unreleased {
  /// The lock, semaphore or gate: a variable, parameter or member.
  const clang::ValueDecl *object = nullptr;
  const Call *acquired = nullptr;
  Breach breach;
};

/// One entry, the most telling way, for each call in \p function that acquires something, by its
/// model, from an object that the function also gives something back to, where it goes straight on.
/// What it gives back on other ways only, such as when something fails, somebody else has later. An
/// object that the function does anything with but to call its methods, such as handing it to a
/// guard, may be somebody else's to release; so may one that a lambda in the function releases.
std::vector<Unreleased> unreleased(const Function &function, Unit &unit);

} // namespace asynctidy::flow
