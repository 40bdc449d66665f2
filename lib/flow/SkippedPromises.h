// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/// \file
/// Promises that are completed only by a continuation that may never be called.
#pragma once

#include "flow/Function.h"

namespace asynctidy::flow {

class Unit;

struct SkippedPromise {
  /// The continuation, a lambda, and the function that it is handed to.
  const clang::Expr *continuation = nullptr;
  const clang::FunctionDecl *receiver = nullptr;
  /// A promise that the lambda has taken over, or a member that it reaches through a handle.
  const clang::ValueDecl *promise = nullptr;
};

/// The continuations of \p function that are not called when the work before them has failed, and
/// complete what nobody else does: a promise moved into them; or a member of a class of the main
/// file, where everything that names it can be seen, that nothing else completes.
std::vector<SkippedPromise> skippedPromises(const Function &function, Unit &unit);

} // namespace asynctidy::flow
