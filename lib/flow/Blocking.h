// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Which functions block the thread that calls them, directly or through functions defined in the
/// same translation unit.
#pragma once

#include "flow/Chains.h"

namespace asynctidy::flow {

class Unit;

/// The first call that makes a function block in one category.
struct BlockingStep {
  model::Blocking category = model::Blocking::Sleep;
  /// The call inside the function.
  const clang::Expr *call = nullptr;
  /// What is called there: follow it to walk the chain down to the function that blocks.
  const clang::FunctionDecl *callee = nullptr;
  const model::FunctionFacts *facts = nullptr;
};

class BlockingSummaries : private ChainQuestion {
public:
  explicit BlockingSummaries(Unit &unit) : unit_(unit), chains_(unit, *this) {}

  /// One step per category in which calling \p function blocks. Coroutines do not count: what
  /// blocks in them is reported there. Virtual calls end a chain.
  std::vector<BlockingStep> steps(const clang::FunctionDecl *function);

private:
  bool mayBlock(const Function &function);
  std::optional<ChainKey> direct(const Function &function, const Call &call) override;
  bool runs(const Function &function, const clang::Expr &site, const Function &callee) override;

  Unit &unit_;
  Chains chains_;
};

/// Whether \p call, in \p function, blocks by what the model says of its callee: with a constant
/// zero as its timeout it does not, nor on an object that is non-blocking on every way to it.
bool blocksNow(const Call &call, const Function &function, Unit &unit);

/// Whether \p call says nothing of what its callee does here: an override that is not known may run
/// instead, or it calls a lambda that was passed in, by a wrapper of callables that may be there to
/// run them elsewhere.
bool isOpenCall(const Call &call);

/// Whether \p site is in a macro that logs: what the logger does to its file is its own concern.
bool isLogged(const clang::Expr &site, const clang::ASTContext &context);

/// Whether the argument that \p call gives as a timeout is the constant zero.
bool hasZeroTimeout(const Call &call, const clang::ASTContext &context);

} // namespace asynctidy::flow
