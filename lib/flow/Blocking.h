// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which functions block the thread that calls them, directly or through functions defined in the
/// same translation unit.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>

namespace asynctidy::flow {

class Unit;

/// The first call that makes a function block in one category.
struct BlockingStep {
  model::Blocking category = model::Blocking::Sleep;
  /// The call inside the function; null for a function that itself is known to block.
  const clang::Expr *call = nullptr;
  /// What is called there: follow it to walk the chain down to the function that blocks.
  const clang::FunctionDecl *callee = nullptr;
  const model::FunctionFacts *facts = nullptr;
};

class BlockingSummaries {
public:
  explicit BlockingSummaries(Unit &unit) : unit_(unit) {}

  /// One step per category in which calling \p function blocks. Coroutines do not count: what
  /// blocks in them is reported there. Recursion and virtual calls end a chain.
  llvm::ArrayRef<BlockingStep> steps(const clang::FunctionDecl *function);

private:
  std::vector<BlockingStep> compute(const clang::FunctionDecl &function);

  Unit &unit_;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<std::vector<BlockingStep>>> memo_;
};

/// Whether \p call blocks by what the model says of its callee: a constant zero timeout does not.
bool blocksNow(const Call &call, const clang::ASTContext &context);

/// Whether \p call says nothing of what its callee does here: an override that is not known may run
/// instead, or it calls a lambda that was passed in, by a wrapper of callables that may be there to
/// run them elsewhere.
bool isOpenCall(const Call &call);

/// Whether the argument that \p call gives as a timeout is the constant zero.
bool hasZeroTimeout(const Call &call, const clang::ASTContext &context);

} // namespace asynctidy::flow
