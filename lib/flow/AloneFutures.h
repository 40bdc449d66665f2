// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Futures that are awaited before anybody who could complete them has them.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct AloneAwait {
  const clang::Expr *await = nullptr;
  std::vector<Decision> path;
};

/// The first await of \p future, an open future that \p function makes, that comes on some way
/// before the function has given it to anybody. A loop that gives it away may always run a round.
std::optional<AloneAwait> awaitedAlone(const clang::VarDecl &future, const Function &function,
                                       Unit &unit);

} // namespace asynctidy::flow
