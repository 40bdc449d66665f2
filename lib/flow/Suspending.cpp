// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Suspending.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

#include <llvm/ADT/DenseMap.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What was found; false while it is being looked at.
using Seen = llvm::SmallDenseMap<const Function *, bool, 4>;

bool neverSuspends(const FunctionDecl *declaration, Unit &unit, Seen &seen) {
  const Function *function = unit.find(declaration);
  if (!function || !function->isCoroutine || function->mayLackUses)
    return false;
  auto [place, isNew] = seen.try_emplace(function, false);
  if (!isNew)
    return place->second;
  const auto *method = dyn_cast<CXXMethodDecl>(declaration);
  if (method && method->isVirtual())
    return false;
  const bool result = llvm::all_of(function->suspensions, [&](const Expr *operand) {
    const auto *call = dyn_cast<CallExpr>(stripped(operand));
    return call && unit.knowledge().type(call->getType()).role == model::Role::Coroutine &&
           neverSuspends(call->getDirectCallee(), unit, seen);
  });
  return seen[function] = result;
}

} // namespace

bool neverSuspends(const FunctionDecl *function, Unit &unit) {
  Seen seen;
  return neverSuspends(function, unit, seen);
}

} // namespace asynctidy::flow
