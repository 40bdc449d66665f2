// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Locks that block the thread of whoever waits for them: by their model, and home-made ones by the
/// standard's named requirements.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// What a method does to its lock, in the words of BasicLockable and SharedLockable.
enum class LockWord { None, Lock, Unlock, Release };
LockWord lockWordOf(const clang::FunctionDecl *callee);

/// Whether the initialiser of \p variable, a lock or guard, locks it: std::unique_lock
/// lock(mutex, std::defer_lock) holds nothing yet, nor does a mutex.
bool locksInInitialiser(const clang::VarDecl &variable);

/// Whether an object of \p type is, or holds, a lock that blocks: by its model; a Lockable, which
/// locks without a result; or a guard, whose constructor locks and whose destructor unlocks a
/// member that is one.
bool isBlockingLock(clang::QualType type, Unit &unit);

} // namespace asynctidy::flow
