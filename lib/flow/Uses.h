// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Who calls the functions of a translation unit.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

namespace asynctidy::flow {

class Unit;

/// A call by name.
struct Use {
  const Function *caller = nullptr;
  const clang::Expr *call = nullptr;
};

/// Collected when first asked for.
class Uses {
public:
  explicit Uses(Unit &unit) : unit_(unit) {}

  llvm::ArrayRef<Use> of(const Function &function);

  /// Whether nobody else calls it, as far as can be seen: it is declared in the main file only, no
  /// virtual method, and nowhere handed on, kept or called outside of functions. A function with
  /// external linkage may still be called by another file that declares it itself.
  bool areAllKnown(const Function &function);

private:
  void collect();

  Unit &unit_;
  bool isCollected_ = false;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<Use>> uses_;
  llvm::DenseSet<const clang::FunctionDecl *> usedOtherwise_;
};

} // namespace asynctidy::flow
