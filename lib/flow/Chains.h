// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What calling a function comes to, directly or through functions defined in the same translation
/// unit, and by which calls.
#pragma once

#include "flow/Function.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLFunctionalExtras.h>

#include <cstdint>

namespace asynctidy::flow {

class Unit;

/// What a function does, as a question tells it apart: a category, an object.
using ChainKey = std::uintptr_t;

/// One call of a function, on the way to what it comes to.
struct Step {
  ChainKey key = 0;
  /// The call inside the function.
  const clang::Expr *call = nullptr;
  /// What is called there; for a callable that is called inline, the callable.
  const clang::FunctionDecl *callee = nullptr;
  /// Those of the function at the end of the chain.
  const model::FunctionFacts *facts = nullptr;
  /// The key of the callee's step that goes on; empty at the end of the chain.
  std::optional<ChainKey> inner;
};

/// What is asked of every call.
class ChainQuestion {
public:
  virtual ~ChainQuestion() = default;
  /// What \p call, made in \p function, does by itself; empty when that is nothing, or not known.
  virtual std::optional<ChainKey> direct(const Function &function, const Call &call) = 0;
  /// What \p inner, which \p callee does, is to \p function: it calls it by \p site, a call, or
  /// hands it to one that calls it at once. Empty when it is not \p function's concern.
  virtual std::optional<ChainKey> through(const Function &function, const clang::Expr &site,
                                          const Function &callee, ChainKey inner) {
    return inner;
  }
  /// Whether calling \p callee at \p site runs its body there and then.
  virtual bool runs(const Function &function, const clang::Expr &site, const Function &callee) {
    return !callee.isCoroutine;
  }
};

/// The answers to one question, computed when they are asked for. Recursion is solved to its fixed
/// point: an answer does not depend on where the asking began.
class Chains {
public:
  Chains(Unit &unit, ChainQuestion &question) : unit_(unit), question_(question) {}

  /// The first step for each key. Calls of what a variable holds go on to every function that this
  /// may be; virtual calls and functions without a body here end a chain.
  llvm::ArrayRef<Step> steps(const clang::FunctionDecl *function);

  /// Every step of \p function, with those that lead to what an earlier one led to.
  void each(const Function &function, llvm::function_ref<void(const Step &)> visit);

  /// \p first and the steps after it, down to the function that does it by itself.
  std::vector<Step> chain(const Step &first);

private:
  void walk(const Function &function, llvm::function_ref<void(const Step &)> visit,
            llvm::function_ref<llvm::ArrayRef<Step>(const Function &)> known);
  void collect(const Function &function, std::vector<const Function *> &open);
  const Function *followed(const Function &function, const clang::Expr &site,
                           const clang::FunctionDecl *callee);

  Unit &unit_;
  ChainQuestion &question_;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<Step>> solved_;
};

} // namespace asynctidy::flow
