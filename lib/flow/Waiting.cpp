// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Waiting.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

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

/// Whether \p operand, that of a co_await, is \p object, or awaits a result by something that it is
/// given to: qCoro(future).waitForFinished().
bool awaits(const Expr *operand, const ValueDecl *object, model::Waits what) {
  if (named(operand) == object)
    return true;
  const Expr *maker = stripped(operand);
  while (const auto *call = dyn_cast<CallExpr>(maker)) {
    const auto *member = dyn_cast<CXXMemberCallExpr>(call);
    if (what == model::Waits::Result &&
        llvm::any_of(call->arguments(), [&](const Expr *each) { return named(each) == object; }))
      return true;
    if (!member)
      return false;
    maker = stripped(member->getImplicitObjectArgument());
  }
  return false;
}

bool wasAwaitedBefore(const ValueDecl *object, const Call &call, const Function &function,
                      const SourceManager &sources) {
  return llvm::any_of(function.suspensions, [&](const Expr *operand) {
    return sources.isBeforeInTranslationUnit(operand->getEndLoc(), call.expr->getBeginLoc()) &&
           awaits(operand, object, *call.facts->waits);
  });
}

/// What \p expr is an element or a part of: results of results[0].second.
const Expr *wholeOf(const Expr *expr) {
  while (expr) {
    expr = stripped(expr);
    const Expr *outer = objectOfCall(*expr);
    if (const auto *member = dyn_cast<MemberExpr>(expr))
      outer = member->getBase();
    else if (const auto *element = dyn_cast<ArraySubscriptExpr>(expr))
      outer = element->getBase();
    else if (const auto *unary = dyn_cast<UnaryOperator>(expr))
      outer = unary->getSubExpr();
    else if (const auto *call = dyn_cast<CallExpr>(expr); // std::get<0>(results)
             call && !outer && call->getNumArgs() == 1 && call->getDirectCallee() &&
             call->getDirectCallee()->isInStdNamespace())
      outer = call->getArg(0);
    if (!outer)
      return expr;
    expr = outer;
  }
  return expr;
}

/// Whether \p expr is what awaiting yielded, or an element of that: the results of when_all are
/// done.
bool isYielded(const Expr *expr, unsigned depth = 0) {
  constexpr unsigned maxDepth = 8; // variables that stand for others, as range-for has them
  const Expr *whole = wholeOf(expr);
  if (!whole || depth > maxDepth)
    return false;
  const auto *reference = dyn_cast<DeclRefExpr>(whole);
  if (!reference)
    return coro::isWrittenAwait(*whole);
  const auto *binding = dyn_cast<BindingDecl>(reference->getDecl());
  const auto *variable =
      dyn_cast_or_null<VarDecl>(binding ? binding->getDecomposedDecl() : reference->getDecl());
  return variable && variable->hasLocalStorage() && isYielded(variable->getInit(), depth + 1);
}

/// Whether what \p call waits for comes from elsewhere, and is done.
bool isGiven(const ValueDecl *object, const Call &call, const Function &function) {
  const Expr *waitedFor = objectOfCall(*call.expr);
  if (isYielded(waitedFor ? waitedFor : call.argument(0)))
    return true;
  // A callback is called when what it is given is done.
  return !function.isCoroutine && isa_and_nonnull<ParmVarDecl>(object) &&
         object->getDeclContext() == function.decl;
}

} // namespace

std::vector<Call> blockingWaits(const Function &function, Unit &unit) {
  const ASTContext &context = unit.context();
  const FunctionDecl *fiber = unit.fiberOf(function);
  std::vector<Call> result;
  llvm::SmallVector<const ValueDecl *, 4> settled;
  for (const Call &call : function.calls) {
    if (call.hops)
      break;
    const ValueDecl *object = awaited(call);
    bool waits = call.facts->waits && !call.facts->nonblocking && !hasZeroTimeout(call, context);
    if (!waits && !call.facts->waits && !call.facts->queries)
      continue;
    if (fiber && unit.knowledge().inSameLibrary(*call.callee, *fiber))
      continue;
    bool isKnown = waits && object &&
                   (llvm::is_contained(settled, object) ||
                    wasAwaitedBefore(object, call, function, context.getSourceManager()));
    if (waits && !isKnown && !isGiven(object, call, function))
      result.push_back(call);
    // Asked or waited for: whatever comes later has nothing to wait for, or knows.
    if (object)
      settled.push_back(object);
  }
  return result;
}

} // namespace asynctidy::flow
