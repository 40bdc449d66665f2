// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Waiting.h"

#include "flow/Blocking.h"
#include "flow/Callables.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

const ValueDecl *named(const Expr *expr) {
  expr = expr ? stripped(expr) : nullptr;
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(expr))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(expr))
    return member->getMemberDecl();
  return nullptr;
}

/// What is waited for: the object of future.get(), the argument of sync_wait(task).
const ValueDecl *awaited(const Call &call) {
  return call.object ? call.object : named(call.argument(0));
}

bool wasAwaitedBefore(const ValueDecl *object, const Call &call, const Function &function,
                      const SourceManager &sources) {
  return llvm::any_of(function.suspensions, [&](const Expr *operand) {
    return named(operand) == object &&
           sources.isBeforeInTranslationUnit(operand->getBeginLoc(), call.expr->getBeginLoc());
  });
}

} // namespace

std::vector<Call> blockingWaits(const Function &function, const ASTContext &context) {
  std::vector<Call> result;
  llvm::SmallVector<const ValueDecl *, 4> settled;
  for (const Call &call : function.calls) {
    if (call.hops)
      break;
    const ValueDecl *object = awaited(call);
    bool waits = call.facts->waits && !call.facts->nonblocking && !hasZeroTimeout(call, context);
    if (!waits && !call.facts->waits && !call.facts->queries)
      continue;
    bool isKnown = object && (llvm::is_contained(settled, object) ||
                              wasAwaitedBefore(object, call, function, context.getSourceManager()));
    if (waits && !isKnown)
      result.push_back(call);
    // Asked or waited for: whatever comes later has nothing to wait for, or knows.
    if (object)
      settled.push_back(object);
  }
  return result;
}

} // namespace asynctidy::flow
