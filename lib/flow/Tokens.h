// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Cancellation tokens that a function is given, and the callees that do not get them.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// A call without the token that its callee, or an overload of it, could take.
struct Unforwarded {
  const Call *call = nullptr;
  const clang::ParmVarDecl *token = nullptr;
  /// The parameter that could take it.
  const clang::ParmVarDecl *taker = nullptr;
  /// It is one of another overload.
  bool overload = false;
};

/// The calls in \p function that could be given its token and are not. Left alone are calls that
/// depend on the token in some other way: through an argument or object that was made with it, a
/// callback on it that is alive; those made once it asks to stop, in a handler or a destructor; and
/// those whose default for it may find the token by itself.
std::vector<Unforwarded> unforwardedTokens(const Function &function, Unit &unit);

} // namespace asynctidy::flow
