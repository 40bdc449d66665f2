// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Whose object an expression means, as far as the function that it is in can tell.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

/// What an object is reached from.
struct Origin {
  enum Kind {
    Unknown,
    Own,      ///< made in the function itself
    This,     ///< the function's `this`, for a lambda the one it captures
    Variable, ///< a parameter, a captured variable, a global one
    None,     ///< there is no object
  };
  Kind kind = Unknown;
  const clang::VarDecl *variable = nullptr;

  bool fromOutside() const { return kind == This || kind == Variable; }
  bool operator==(const Origin &) const = default;
};

/// The origin of what \p expr means in \p function, through members, pointers, handles and local
/// variables.
Origin originOf(const clang::Expr *expr, const Function &function);
/// The origin of what \p variable is in \p function.
Origin originOf(const clang::VarDecl &variable, const Function &function);

/// The object of a method call, also of an operator; null for anything else.
const clang::Expr *objectOfCall(const clang::Expr &call);

/// The class of an object, or of what a pointer or smart pointer points to; null for none.
const clang::CXXRecordDecl *classMeant(clang::QualType type);

/// What \p inner, an origin in \p callee, is in \p function, which calls it at \p site or hands it
/// to what calls it there.
Origin originAtCaller(Origin inner, const Function &callee, const clang::Expr &site,
                      const Function &function);

} // namespace asynctidy::flow
