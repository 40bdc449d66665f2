// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What belongs to a thread, and is kept while a coroutine moves to another one.
#pragma once

#include "flow/ThreadOwned.h"

namespace asynctidy::flow {

struct ThreadBound {
  enum Kind {
    Reference, ///< a reference or pointer to what a thread owns is used after the hop
    Guard,     ///< a guard that changed what a thread owns ends after the hop
  };
  Kind kind = Reference;
  const clang::ValueDecl *variable = nullptr;
  ThreadOwned owned;
  /// Where it was taken: the initialiser, the address that is assigned, or the declaration.
  clang::SourceLocation taken;
  /// The co_await that moves the coroutine.
  const clang::Expr *hop = nullptr;
  /// What is done with it afterwards; null for a guard.
  const clang::Expr *use = nullptr;
};

/// The first use after each hop, on whatever way. Not after a suspension that may bring the
/// coroutine back.
std::vector<ThreadBound> keptAcrossHops(const Function &function, Unit &unit);

} // namespace asynctidy::flow
