// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// What can be awaited: the awaiter protocol, member and free operator co_await, and what a promise
/// accepts through await_transform.
#pragma once

#include "coro/Reason.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>

namespace asynctidy::coro {

/// How a type can be awaited.
struct Awaitable {
  bool possible = false;
  /// Only an rvalue can be awaited (every operator co_await is &&-qualified or takes T&&).
  bool singleUse = false;
  /// What makes it awaitable or not.
  Reason because;
};

/// Looks at \p type without references and cv: await_ready/await_suspend/await_resume as members
/// (bases included), operator co_await as a member, or as a free function found in the namespaces
/// that argument-dependent lookup would search or at global scope. Templates that nobody
/// instantiated are answered from their pattern. Never instantiates anything.
Awaitable awaitable(clang::QualType type, const clang::ASTContext &context);

/// Whether `co_await` of a \p type is accepted in coroutines with promise class \p promise: the
/// type is awaitable, or an await_transform of the promise takes it (an await_transform that takes
/// anything counts; one that is deleted for the type does not). False when it can't be told.
bool accepts(const clang::CXXRecordDecl &promise, clang::QualType type,
             const clang::ASTContext &context);

} // namespace asynctidy::coro
