// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Resources that must be closed, and the ways on which nobody does.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

/// The one place where closing a resource covers every way to its end.
struct Remedy {
  const clang::CXXMethodDecl *close = nullptr;
  /// The (co_)return to do it before; null at the end of the block.
  const clang::Stmt *before = nullptr;
  const clang::CompoundStmt *block = nullptr;
};

struct Unclosed {
  /// The variable, structured binding or parameter that holds the resource.
  const clang::ValueDecl *resource = nullptr;
  /// Where it is acquired, or opened.
  clang::SourceLocation acquired;
  Breach breach;
  /// Where the function gives it back otherwise, when nothing but that says that it must be.
  const clang::Expr *closedAt = nullptr;
  std::optional<Remedy> remedy;
};

/// The first way for each resource that a function of \p unit acquires or is given. A resource
/// that is moved, stored, passed on, captured or returned belongs to somebody else.
std::vector<Unclosed> unclosedResources(Unit &unit);

} // namespace asynctidy::flow
