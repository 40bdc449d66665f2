// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Results that are read before they can be there.
#pragma once

#include "flow/Paths.h"

namespace asynctidy::flow {

class Unit;

struct Premature {
  /// What reads the result, and does not wait for it.
  const Call *read = nullptr;
  /// What starts the work, or makes the future.
  const clang::Expr *started = nullptr;
  std::vector<Decision> path;
};

/// The reads in \p function, which a loop runs, of work that was started on the way there with no
/// suspension in between: it cannot be done. Objects that anybody else gets, who may complete them,
/// are left alone; so are those that are asked whether they are done.
std::vector<Premature> prematureReads(const Function &function, Unit &unit);

} // namespace asynctidy::flow
