// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Everything that is known about one translation unit; what a check asks.
#pragma once

#include "flow/Beginnings.h"
#include "flow/Blocking.h"
#include "flow/Context.h"
#include "flow/Function.h"
#include "flow/Parameters.h"
#include "flow/Paths.h"
#include "flow/Statistics.h"
#include "flow/Targets.h"

#include <llvm/ADT/ArrayRef.h>

namespace asynctidy::flow {

class Unit {
public:
  /// Collects the facts of every function in the traversal scope of \p context that is not in a
  /// system header. \p context must outlive this object; used by one thread.
  Unit(clang::ASTContext &context, std::shared_ptr<const model::Store> store);

  llvm::ArrayRef<Function> functions() const { return functions_; }
  /// Null when the function has no analysed body here.
  const Function *find(const clang::FunctionDecl *declaration) const;

  Context contextOf(const Function &function) const { return contexts_.of(function); }
  /// What has \p function, a plain one, run on a loop; null when that is not known.
  const clang::FunctionDecl *runnerOf(const Function &function) const {
    return contexts_.runnerOf(function);
  }
  /// What runs \p function in a stackful coroutine on the loop; null when it runs in none.
  const clang::FunctionDecl *fiberOf(const Function &function) const {
    return contexts_.fiberOf(function);
  }
  /// How calling \p callee blocks the thread, a step per category; empty when nothing says so.
  std::vector<BlockingStep> blockingSteps(const clang::FunctionDecl *callee) {
    return blocking_.steps(callee);
  }

  /// Whether \p function, a coroutine, does \p place on the very thread that waits for it, so that
  /// nothing else could run there.
  bool runsOnWaitingThread(const Function &function, const clang::Expr &place) {
    return beginnings_.holds(function, place);
  }

  /// The ways through \p function, built when first asked for; null when they are unknown: errors
  /// in the function, or it is too large. Asking for functions that no question is about would
  /// cost time for nothing.
  Ways *waysThrough(const Function &function);

  /// Of what was asked so far.
  Statistics statistics() const;

  /// The functions that a callable may be.
  Targets &targets() { return *targets_; }

  /// What functions defined here do with what they are given.
  Parameters &parameters() { return parameters_; }

  model::Knowledge &knowledge() { return knowledge_; }
  clang::ASTContext &context() const { return context_; }

  Unit(const Unit &) = delete;
  Unit &operator=(const Unit &) = delete;

private:
  clang::ASTContext &context_;
  model::Knowledge knowledge_;
  std::unique_ptr<Targets> targets_;
  std::vector<Function> functions_;
  llvm::DenseMap<const clang::FunctionDecl *, unsigned> index_;
  Contexts contexts_;
  BlockingSummaries blocking_;
  Beginnings beginnings_;
  Parameters parameters_;
  llvm::DenseMap<const Function *, std::unique_ptr<Ways>> ways_;
};

} // namespace asynctidy::flow
