// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Owners of work that must be joined, and the ways on which they end before their work does.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

struct Unjoined {
  const clang::VarDecl *scope = nullptr;
  /// The call that gives it work.
  const clang::Expr *start = nullptr;
  Breach breach;
};

/// The first way for each local scope of \p function that must be joined and has been given work.
/// One that is moved, stored, passed on, captured or returned is somebody else's to join.
std::vector<Unjoined> unjoinedScopes(const Function &function, Unit &unit);

} // namespace asynctidy::flow
