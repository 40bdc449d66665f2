// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Suspending.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

using Seen = llvm::SmallPtrSet<const Function *, 4>;

bool neverSuspends(const FunctionDecl *declaration, Unit &unit, Seen &seen) {
  const Function *function = unit.find(declaration);
  if (!function || !function->isCoroutine || function->mayLackUses || !seen.insert(function).second)
    return false;
  const auto *method = dyn_cast<CXXMethodDecl>(declaration);
  if (method && method->isVirtual())
    return false;
  return llvm::all_of(function->suspensions, [&](const Expr *operand) {
    const auto *call = dyn_cast<CallExpr>(stripped(operand));
    return call && unit.knowledge().type(call->getType()).role == model::Role::Coroutine &&
           neverSuspends(call->getDirectCallee(), unit, seen);
  });
}

} // namespace

bool neverSuspends(const FunctionDecl *function, Unit &unit) {
  Seen seen;
  return neverSuspends(function, unit, seen);
}

} // namespace asynctidy::flow
