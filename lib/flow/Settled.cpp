// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Settled.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Unit.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

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

/// What all of \p operand belongs to: group of co_await group.all().in(pool).
const ValueDecl *ownerOf(const Expr *operand) {
  const Expr *maker = stripped(operand);
  while (const auto *member = dyn_cast<CXXMemberCallExpr>(maker))
    maker = stripped(member->getImplicitObjectArgument());
  return named(maker);
}

/// The groups that \p object was added to before \p place: group.add(future).
llvm::SmallVector<const ValueDecl *, 1> groupsWith(const ValueDecl *object,
                                                   const Function &function, const Expr &place) {
  llvm::SmallVector<const ValueDecl *, 1> groups;
  for (const Call &call : function.calls) {
    if (call.expr == &place)
      break;
    for (unsigned i = 0; call.object && i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && named(argument) == object)
        groups.push_back(call.object);
  }
  return groups;
}

bool wasAwaitedBefore(const ValueDecl *object, model::Waits what, const Function &function,
                      const Expr &place, const SourceManager &sources) {
  const auto groups = groupsWith(object, function, place);
  return llvm::any_of(function.suspensions, [&](const Expr *operand) {
    return sources.isBeforeInTranslationUnit(operand->getEndLoc(), place.getBeginLoc()) &&
           (awaits(operand, object, what) ||
            (what == model::Waits::Result && llvm::is_contained(groups, ownerOf(operand))));
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

/// A callback, also one that is a coroutine, is called when what it is given is done.
bool isGivenToCallback(const ValueDecl *object, const Function &function, Unit &unit) {
  const bool isCallback = !function.isCoroutine || unit.runnerOf(function);
  return isCallback && unit.contextOf(function) == Context::OnLoop &&
         isa_and_nonnull<ParmVarDecl>(object) && object->getDeclContext() == function.decl;
}

} // namespace

const ValueDecl *named(const Expr *expr) {
  expr = expr ? stripped(expr) : nullptr;
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(expr))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(expr))
    return member->getMemberDecl();
  return nullptr;
}

const Expr *waitedFor(const Call &call) {
  const Expr *object = objectOfCall(*call.expr);
  return object ? object : call.argument(0);
}

bool isSettled(const Expr *written, const ValueDecl *object, model::Waits what,
               const Function &function, const Expr &place, Unit &unit) {
  if (isYielded(written) || isGivenToCallback(object, function, unit))
    return true;
  if (!object)
    return false;
  for (const Call &call : function.calls) {
    if (call.expr == &place)
      break;
    // Whatever comes later has nothing to wait for, or knows.
    if ((call.facts->waits || call.facts->queries) &&
        (call.object ? call.object : named(call.argument(0))) == object)
      return true;
  }
  return wasAwaitedBefore(object, what, function, place, unit.context().getSourceManager());
}

bool mayBeAsked(const ValueDecl *object, const Function &function, const Expr &place) {
  for (const Call &call : function.calls) {
    if (call.expr == &place)
      break;
    if (object && call.object == object && call.callee->getReturnType()->isBooleanType())
      return true;
  }
  return false;
}

} // namespace asynctidy::flow
