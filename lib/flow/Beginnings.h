// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What coroutines do before they first suspend, where the thread that waits for them does it.
#pragma once

#include "flow/Uses.h"

namespace asynctidy::flow {

class Unit;

class Beginnings {
public:
  explicit Beginnings(Unit &unit) : unit_(unit), uses_(unit) {}

  /// Whether \p place, in \p function, a coroutine, comes before its first suspension, and every
  /// call of the coroutine is waited for on the spot, on that very thread, by a plain function that
  /// no loop runs: sync_wait(function()); or awaited in such a beginning of another one. Nothing
  /// else could run on that thread meanwhile.
  bool holds(const Function &function, const clang::Expr &place);

private:
  bool isWaitedFor(const Function &function);
  bool isWaitedFor(const Use &use);
  bool isRunByNoLoop(const Function &function);

  Unit &unit_;
  Uses uses_;
  /// Empty while it is being looked at; what leads back to it then counts against it.
  llvm::DenseMap<const Function *, std::optional<bool>> isWaitedFor_;
  llvm::DenseMap<const Function *, bool> isRunByNoLoop_;
};

} // namespace asynctidy::flow
