// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Started work whose handle goes into a member that nobody ever looks into.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

struct Kept {
  /// The started work.
  const Value *value = nullptr;
  /// The private member that is only ever filled.
  const clang::FieldDecl *member = nullptr;
};

/// The work that \p function puts into such a member of its own class: a handle, or a container of
/// handles, that no code which has access to it ever reads, awaits, cancels or gives away. Only
/// where all of that code is in the translation unit, and only work whose error is lost then.
std::vector<Kept> keptUnseen(const Function &function, Unit &unit);

} // namespace asynctidy::flow
