// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Objects of one loop that are changed on another, which shares no memory with it.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

/// A callable that runs on another loop changes an object of this one, whose memory is then given
/// back where it does not belong.
struct ForeignChange {
  const HandOver *handOver = nullptr;
  const clang::VarDecl *object = nullptr;
  const clang::Expr *change = nullptr;
};

/// The first change of each object that such a callable captures by reference.
std::vector<ForeignChange> foreignChanges(Unit &unit);

} // namespace asynctidy::flow
