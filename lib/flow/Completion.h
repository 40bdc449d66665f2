// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Futures and promises that are given a result although they may have one by then.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct Completion {
  enum Kind {
    Unchecked, ///< whoever waits may have cancelled it, and nothing has asked since
    Again,     ///< it has been completed or awaited on the way here
  };
  Kind kind = Unchecked;
  /// What is given the result.
  const clang::ValueDecl *object = nullptr;
  /// set_result(), set_exception(), ... Behind a helper, the one at the end of the chain.
  const Call *call = nullptr;
  /// Where that happens in the function: the call itself, or that of the helper.
  const clang::Expr *place = nullptr;
  /// The calls from the helper down to `call`, itself left out; empty without a helper.
  std::vector<const clang::Expr *> chain;
  /// Where others could run last before an Unchecked one; null at the start of a callback.
  const clang::Expr *suspension = nullptr;
  std::vector<Decision> path;
};

/// The questionable completions in \p function. With \p deferred the function runs later than it
/// was made, as a callback of the loop: then nothing has been checked when it begins.
/// Completing in a try block counts as handled. Functions defined here that complete what they are
/// given, and never ask, are looked into.
std::vector<Completion> questionableCompletions(const Function &function, Unit &unit,
                                                bool deferred);

/// Whether a \p type can be cancelled by whoever waits for it and then refuses a result: it has a
/// method that completes it, and one that cancels it.
bool isCancellable(clang::QualType type, model::Knowledge &knowledge);

/// Whether \p method only asks its object something: by its model, or as a const method without
/// arguments that answers yes or no.
bool isQuestion(const clang::CXXMethodDecl &method, model::Knowledge &knowledge);

/// The method of \p type that tells whether it is finished; null when none is known.
const clang::CXXMethodDecl *queryOf(clang::QualType type, model::Knowledge &knowledge);

} // namespace asynctidy::flow
