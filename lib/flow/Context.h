// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// On which kind of thread code runs.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

namespace asynctidy::flow {

class Unit;

enum class Context {
  Unknown,
  OnLoop,     ///< the event loop runs it: what blocks here stalls everything else
  OffLoop,    ///< a thread where blocking is fine
  BeforeLoop, ///< main, and what only main calls: the loop does not run, or not yet
};

/// Contexts of all functions of a unit, from what coroutines are, from where callables are handed,
/// and passed through calls: a function that only off-loop code calls is off the loop, and so is a
/// coroutine that an off-loop coroutine awaits, or any other after it has moved elsewhere. What
/// code on the loop calls has no context by that: it is judged for each caller, by a chain.
/// Evidence for off the loop beats evidence for on the loop: silence is the safe side.
class Contexts {
public:
  void compute(llvm::ArrayRef<Function> functions, model::Knowledge &knowledge);
  Context of(const Function &function) const;
  /// The function of a library that has \p function, a plain one, run on a loop: the one that it is
  /// handed to, or that it overrides. Null when none is known.
  const clang::FunctionDecl *runnerOf(const Function &function) const;
  /// The same if it runs in a stackful coroutine.
  const clang::FunctionDecl *fiberOf(const Function &function) const;

private:
  void start(const Function &function, model::Knowledge &knowledge);
  void handOver(llvm::ArrayRef<Function> functions);
  bool isCalledInFibers(const clang::FunctionDecl &target,
                        llvm::ArrayRef<Function> functions) const;
  bool passInline(llvm::ArrayRef<Function> functions);
  bool passThroughCalls(llvm::ArrayRef<Function> functions);
  bool passThroughAwaits(llvm::ArrayRef<Function> functions, const clang::SourceManager &sources);

  llvm::DenseMap<const clang::FunctionDecl *, Context> contexts_;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::FunctionDecl *> runners_;
  llvm::DenseSet<const clang::FunctionDecl *> fibers_;
};

/// Whether \p function is a coroutine that an event loop runs: not a generator whose
/// items nobody awaits, not an expected-like coroutine.
bool isAsynchronousCoroutine(const Function &function, model::Knowledge &knowledge);

/// Whether awaiting \p call may go on elsewhere: by its model, or by its shape. co_await
/// pool.schedule() is how schedulers are awaited, and co_await resume_on(executor) hands the rest
/// of the coroutine to a class that runs callables. An event loop is not elsewhere.
bool movesElsewhere(const Call &call, model::Knowledge &knowledge);

/// The call of await_transform, operator co_await or await_suspend in \p await, a co_await, that
/// moves the coroutine elsewhere by its model, whatever the operand is; null when none does.
const clang::CallExpr *movingAwait(const clang::Expr &await, model::Knowledge &knowledge);

} // namespace asynctidy::flow
