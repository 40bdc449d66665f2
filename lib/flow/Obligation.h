// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Objects that something must be done with before their variable ends: a task to await, a
/// transport to close, a promise to fulfil.
#pragma once

#include "flow/Paths.h"

#include <functional>

namespace asynctidy::flow {

class Unit;

/// What a mention of the variable means to its obligation.
enum class Effect {
  None,       ///< still to be done
  Begins,     ///< to be done from here on, for a dormant obligation
  Discharged, ///< done, or somebody else's from here on
  Renewed,    ///< another object takes the place: what was to be done for the first is lost
};

struct Obligation {
  /// It is initialised with what something must be done with.
  const clang::ValueDecl *variable = nullptr;
  /// A parameter or capture: it is there from the beginning.
  bool given = false;
  /// There is nothing to do before an effect Begins.
  bool dormant = false;
  std::function<Effect(const Mention &)> effect;
  /// What a test of the variable tells: false if it has nothing to do when the condition has this
  /// value (an empty optional), true if that says nothing. May be empty.
  std::function<bool(const clang::Expr &condition, bool holds)> mayBeDue;
  /// Whether this co_await, once it has ended without an exception, has met the obligation. May be
  /// empty.
  std::function<bool(const clang::Expr &await)> meets;
  /// Whether a way on which this co_await throws counts. Empty: none does, nor a throw expression.
  std::function<bool(const clang::Expr &await)> throws;
  /// Whether ways count on which the function catches what any call or co_await in it throws.
  bool caught = false;
};

struct Breach {
  enum Kind { AtEnd, Overwritten, Thrown };
  Kind kind = AtEnd;
  /// Where the variable is overwritten, or what throws; null at the end of its scope.
  const clang::Expr *at = nullptr;
  std::vector<Decision> path;
};

/// The effect of \p mention when the functions it is passed to are looked into: none, if what they
/// do with it has none, by \p direct.
Effect effectThroughCalls(const Mention &mention, Unit &unit,
                          llvm::function_ref<Effect(const Mention &)> direct);

/// Every way in which the obligation is not met; empty also when the function is too large.
std::vector<Breach> breaches(Ways &ways, const Obligation &obligation);

} // namespace asynctidy::flow
