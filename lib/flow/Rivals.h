// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Two functions that complete the same promise, of which one lets the other run before.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct Rivalry {
  /// The completion behind a suspension, with nothing that asks in between.
  const Call *call = nullptr;
  /// What it completes.
  const clang::ValueDecl *promise = nullptr;
  /// Where the coroutine puts its handle into a member of its object.
  const clang::Expr *shared = nullptr;
  const clang::Expr *suspension = nullptr;
  /// Where another function of that class completes the same promise, through this member.
  const clang::Expr *rival = nullptr;
  std::vector<Decision> path;
};

/// The completions of \p function, a coroutine, that may come second.
std::vector<Rivalry> rivalries(const Function &function, Unit &unit);

} // namespace asynctidy::flow
