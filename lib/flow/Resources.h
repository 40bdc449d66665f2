// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Resources that must be closed, and the ways on which nobody does.
#pragma once

#include "flow/Obligation.h"
#include "flow/Remedy.h"

namespace asynctidy::flow {

class Unit;

struct Unclosed {
  /// The variable, structured binding or parameter that holds the resource.
  const clang::ValueDecl *resource = nullptr;
  /// Where it is acquired, or opened.
  clang::SourceLocation acquired;
  Breach breach;
  /// What begins a generator; null for everything else.
  const clang::Expr *begun = nullptr;
  /// Where the function gives it back otherwise, when nothing but that says that it must be.
  const clang::Expr *closedAt = nullptr;
  std::optional<Remedy> remedy;
};

/// The first way for each resource that a function of \p unit acquires or is given. A resource
/// that is moved, stored, passed on, captured or returned belongs to somebody else.
std::vector<Unclosed> unclosedResources(Unit &unit);

} // namespace asynctidy::flow
