// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Promises that others wait for, and the ways on which nobody completes them.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

struct Unfulfilled {
  enum Kind {
    Incomplete, ///< it is neither completed nor handed on
    Alone,      ///< it is awaited before anybody else has it
  };
  Kind kind = Incomplete;
  /// The variable, parameter or capture that holds the promise or future.
  const clang::VarDecl *promise = nullptr;
  /// For Incomplete.
  Breach breach;
  /// Whether it is completed or handed on on some other way.
  bool elsewhere = false;
  /// For Alone: the co_await.
  const clang::Expr *await = nullptr;
  std::vector<Decision> path;
};

/// One entry, the most telling way, for each of these in \p function: local promises whose future
/// has been given away, promises that were given by value or moved in, also into a callback that is
/// called once, and open futures that were made here.
std::vector<Unfulfilled> unfulfilledPromises(const Function &function, Unit &unit);

} // namespace asynctidy::flow
