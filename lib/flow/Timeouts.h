// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Timeouts around code: what they can end, which is what suspends.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

struct UselessTimeout {
  /// The call that sets the time, or the declaration of the scope.
  clang::SourceLocation place;
  /// What never suspends: a coroutine or lambda; null for the rest of a block.
  const clang::FunctionDecl *body = nullptr;
  /// The variable of a scope that lasts as long as it.
  const clang::VarDecl *scope = nullptr;
};

/// The timeouts in \p function under which nothing suspends.
std::vector<UselessTimeout> uselessTimeouts(const Function &function, Unit &unit);

} // namespace asynctidy::flow
