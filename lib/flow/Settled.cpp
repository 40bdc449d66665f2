// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Settled.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Executors.h"
#include "flow/Objects.h"
#include "flow/Suspending.h"
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

/// What \p expr, or the variable that it is or is a part of, comes from: an expression, or the name
/// of a parameter. Null when that is not known.
const Expr *sourceOf(const Expr *expr) {
  constexpr unsigned maxDepth = 8; // variables that stand for others, as range-for has them
  for (unsigned depth = 0; depth <= maxDepth; ++depth) {
    const Expr *whole = wholeOf(expr);
    const auto *reference = dyn_cast_or_null<DeclRefExpr>(whole);
    if (!reference)
      return whole;
    const auto *binding = dyn_cast<BindingDecl>(reference->getDecl());
    const auto *variable =
        dyn_cast_or_null<VarDecl>(binding ? binding->getDecomposedDecl() : reference->getDecl());
    if (!variable || !variable->hasLocalStorage())
      return nullptr;
    if (isa<ParmVarDecl>(variable))
      return reference;
    expr = variable->getInit();
  }
  return nullptr;
}

/// Whether \p source is what awaiting yielded: the results of when_all are done.
bool isYielded(const Expr *source) { return source && coro::isWrittenAwait(*source); }

/// A callback, also one that is a coroutine, is called when what it is given is done.
bool isGivenToCallback(const ValueDecl *object, Unit &unit) {
  const auto *parameter = dyn_cast_or_null<ParmVarDecl>(object);
  const Function *function =
      parameter ? unit.find(dyn_cast<FunctionDecl>(parameter->getDeclContext())) : nullptr;
  return function && (!function->isCoroutine || unit.runnerOf(*function)) &&
         unit.contextOf(*function) == Context::OnLoop;
}

/// The same for a part of it, and for what was moved on into another callback.
bool isGivenToCallback(const Expr *source, Unit &unit) {
  const auto *reference = dyn_cast_or_null<DeclRefExpr>(source);
  return reference && isGivenToCallback(reference->getDecl(), unit);
}

/// The initialiser behind local variables; any other expression itself.
const Expr *initialiserOf(const Expr *expr) {
  constexpr unsigned maxDepth = 4; // moved from one into the next
  for (unsigned depth = 0;; ++depth) {
    expr = stripped(expr);
    const auto *reference = dyn_cast<DeclRefExpr>(expr);
    const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
    if (depth == maxDepth || !variable || !variable->hasLocalStorage() || !variable->getInit() ||
        isa<ParmVarDecl>(variable) || variable->getType()->isReferenceType())
      return expr;
    expr = variable->getInit();
  }
}

/// Whether \p function assigns to \p variable.
bool isReassigned(const ValueDecl *variable, const Function &function) {
  return variable && llvm::any_of(function.calls, [&](const Call &call) {
           const auto *operation = dyn_cast<CXXOperatorCallExpr>(call.expr);
           return operation && operation->getOperator() == OO_Equal &&
                  named(operation->getArg(0)) == variable;
         });
}

/// Whether \p function blocks the thread that runs it, by a call that is written in it.
bool blocks(const Function &function, Unit &unit) {
  return llvm::any_of(function.calls, [&](const Call &call) {
    return call.facts->blocks || call.facts->waits || !unit.blockingSteps(call.callee).empty();
  });
}

/// A coroutine that never suspends, and does not block, has run to its end when it returns, or does
/// so under whoever waits for it, unless it starts elsewhere. A loop that is to run it runs for one
/// that is lazy.
bool neverWaits(const FunctionDecl *callee, model::Waits what, Unit &unit) {
  const Function *function = callee ? unit.find(callee) : nullptr;
  if (!function || !neverSuspends(callee, unit) || blocks(*function, unit) ||
      startsOn(*function, unit.knowledge()) != model::Role::None)
    return false;
  const coro::Start start = unit.knowledge().type(callee->getReturnType()).start;
  return start == coro::Start::Eager || (start == coro::Start::Lazy && what != model::Waits::Loop);
}

/// make_ready_future(1), promise.get_future() behind promise.set_value(1).
bool isDoneAlready(const Expr &written, model::Waits what, const Function &function,
                   const Expr &place, Unit &unit) {
  const auto *call = dyn_cast<CallExpr>(initialiserOf(&written));
  if (!call || isReassigned(named(&written), function))
    return false;
  if (call->getDirectCallee() && unit.knowledge().call(*call).done)
    return true;
  if (neverWaits(call->getDirectCallee(), what, unit))
    return true;
  const auto *getter = dyn_cast<CXXMemberCallExpr>(call);
  const ValueDecl *promise = getter ? named(getter->getImplicitObjectArgument()) : nullptr;
  if (!promise || unit.knowledge().type(promise->getType()).role != model::Role::Promise)
    return false;
  for (const Call &each : function.calls) {
    if (each.expr == &place)
      return false;
    if (each.object == promise && each.facts->does == model::Does::Completes)
      return true;
  }
  return false;
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

/// Whether \p function calls a lambda of its own before \p place that asks whether \p object is
/// done.
static bool isAskedInLambda(const ValueDecl *object, const Function &function, const Expr &place,
                            const Unit &unit) {
  for (const Call &call : function.calls) {
    if (call.expr == &place)
      break;
    const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
    const Function *lambda =
        method && method->getParent()->isLambda() ? unit.find(method) : nullptr;
    if (lambda && llvm::any_of(lambda->calls, [&](const Call &asked) {
          return asked.object == object && asked.facts->queries;
        }))
      return true;
  }
  return false;
}

bool isSettled(const Expr *written, const ValueDecl *object, model::Waits what,
               const Function &function, const Expr &place, Unit &unit) {
  const Expr *source = written ? sourceOf(written) : nullptr;
  if (isYielded(source) || isGivenToCallback(source, unit) || isGivenToCallback(object, unit) ||
      (written && isDoneAlready(*written, what, function, place, unit)))
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
  return wasAwaitedBefore(object, what, function, place, unit.context().getSourceManager()) ||
         isAskedInLambda(object, function, place, unit);
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
