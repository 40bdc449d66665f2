// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Asynchronous work that destructors leave behind.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

struct LeftBehind {
  /// The work that is started, or the call that lets it go.
  const clang::Expr *started = nullptr;
  /// The value that is dropped; null when the call that starts the work returns none.
  const Value *value = nullptr;
  const clang::CXXDestructorDecl *destructor = nullptr;
  /// The call in the destructor of the function that does it; null when the destructor does.
  const clang::Expr *through = nullptr;
};

/// The work that a destructor, or a private method that only destructors call, starts and drops.
std::vector<LeftBehind> workLeftByDestructors(Unit &unit);

} // namespace asynctidy::flow
