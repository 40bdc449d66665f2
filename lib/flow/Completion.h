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
  /// set_result(), set_exception(), ...
  const Call *call = nullptr;
  /// Where others could run last before an Unchecked one; null at the start of a callback.
  const clang::Expr *suspension = nullptr;
  std::vector<Decision> path;
};

/// The questionable completions in \p function. With \p deferred the function runs later than it
/// was made, as a callback of the loop: then nothing has been checked when it begins.
/// Completing in a try block counts as handled.
std::vector<Completion> questionableCompletions(const Function &function, Unit &unit,
                                                bool deferred);

/// Whether a \p type can be cancelled by whoever waits for it and then refuses a result: it has a
/// method that completes it, and one that cancels it.
bool isCancellable(clang::QualType type, model::Knowledge &knowledge);

/// The method of \p type that tells whether it is finished; null when none is known.
const clang::CXXMethodDecl *queryOf(clang::QualType type, model::Knowledge &knowledge);

} // namespace asynctidy::flow
