// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// The variables of a function through which a cancellation token reaches what it calls.
#pragma once

#include "flow/Function.h"
#include "flow/Mentions.h"

#include <llvm/ADT/SmallPtrSet.h>

namespace asynctidy::flow {

class TokenHolders {
public:
  /// The token, what is made from it, and what is given it by a member or method.
  TokenHolders(const clang::ParmVarDecl &token, const Function &function, const Mentions &mentions);

  /// Whether the call names one of them, in captures of lambdas, too.
  bool areIn(const Call &call) const;

  /// Whether \p variable is made from the token and something to call: it stops the rest by itself.
  bool isCallback(const clang::ValueDecl &variable) const;

private:
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> all_;
};

/// Whether \p expr can be called; false for null.
bool isCallable(const clang::Expr *expr);

} // namespace asynctidy::flow
