// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Whose object an expression means, as far as the function that it is in can tell.
#pragma once

#include "flow/Function.h"

#include <cstdint>

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

/// An origin as a number, and back.
std::uintptr_t toNumber(Origin origin);
Origin fromNumber(std::uintptr_t number);

/// The origin of what \p expr means in \p function, through members, pointers, handles and local
/// variables.
Origin originOf(const clang::Expr *expr, const Function &function);
/// The origin of what \p variable is in \p function.
Origin originOf(const clang::VarDecl &variable, const Function &function);

/// The object of a method call, also of an operator; null for anything else, calls of what a
/// wrapper such as std::function holds included.
const clang::Expr *objectOfCall(const clang::Expr &call);

/// Whether \p type, or what it refers or points to, has \p role.
bool hasRole(clang::QualType type, model::Role role, model::Knowledge &knowledge);

/// The class of an object, or of what a pointer or smart pointer points to; null for none.
const clang::CXXRecordDecl *classMeant(clang::QualType type);

/// What the caller of \p callee, by \p site, writes for \p inner: the object of the call or an
/// argument of it. Null for other origins, and where that is not known.
const clang::Expr *writtenFor(Origin inner, const clang::FunctionDecl &callee,
                              const clang::Expr &site);

/// What \p inner, an origin in \p callee, is in \p function, which calls it at \p site, also
/// through what holds it, or hands it to what calls it there.
Origin originAtCaller(Origin inner, const Function &callee, const clang::Expr &site,
                      const Function &function);

} // namespace asynctidy::flow
