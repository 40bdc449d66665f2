// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Resources that must be closed, and the ways on which nobody does.
#pragma once

#include "flow/Obligation.h"

namespace asynctidy::flow {

class Unit;

struct Unclosed {
  /// The variable or structured binding that holds the resource.
  const clang::ValueDecl *resource = nullptr;
  /// Where it is acquired.
  clang::SourceLocation acquired;
  Breach breach;
};

/// The first way for each local resource of \p function. A resource that is moved, stored, passed
/// on, captured or returned belongs to somebody else.
std::vector<Unclosed> unclosedResources(const Function &function, Unit &unit);

} // namespace asynctidy::flow
