// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What belongs to one thread: thread_local variables and errno.
#pragma once

#include "flow/Function.h"

#include <optional>

namespace asynctidy::flow {

class Unit;

struct ThreadOwned {
  /// The thread_local variable; null for errno.
  const clang::VarDecl *variable = nullptr;
};

/// Of an lvalue or a pointer: which of the calling thread's objects it certainly is, is in, or
/// points to. Follows members, elements, local references and the functions of this unit that
/// return nothing else. The value of a thread_local pointer is no such address.
std::optional<ThreadOwned> threadOwned(const clang::Expr &expr, Unit &unit);

/// Whether objects of \p type are for several threads by themselves: atomics, and classes with an
/// atomic or a lock in them.
bool isMadeForThreads(clang::QualType type, Unit &unit);

/// The thread_local variable that a guard of class \p type changes when it ends, having looked at
/// it or changed it when it began; null for any other type.
const clang::VarDecl *restoredByGuard(clang::QualType type, Unit &unit);

} // namespace asynctidy::flow
