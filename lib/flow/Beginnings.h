// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What coroutines do before they first suspend, where the thread that waits for them does it.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/DenseMap.h>

namespace asynctidy::flow {

class Unit;

class Beginnings {
public:
  explicit Beginnings(Unit &unit) : unit_(unit) {}

  /// Whether \p place, in \p function, a coroutine, comes before its first suspension, and every
  /// call of the coroutine is waited for on the spot by a plain function that no loop runs:
  /// sync_wait(function()); or awaited in such a beginning of another one. Nothing else could run
  /// on that thread meanwhile.
  bool holds(const Function &function, const clang::Expr &place);

private:
  /// A call of a coroutine.
  struct Use {
    const Function *caller = nullptr;
    const clang::Expr *call = nullptr;
  };

  void collectUses();
  bool areAllUsesKnown(const Function &function) const;
  bool isWaitedFor(const Function &function);
  bool isWaitedFor(const Use &use);

  Unit &unit_;
  bool isCollected_ = false;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<Use>> uses_;
  /// Also called by way of something that is handed on or holds it.
  llvm::DenseMap<const clang::FunctionDecl *, bool> isHandedOn_;
  llvm::DenseMap<const clang::FunctionDecl *, bool> isWaitedFor_;
};

} // namespace asynctidy::flow
