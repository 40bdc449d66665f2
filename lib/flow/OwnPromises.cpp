// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/OwnPromises.h"

#include "flow/Callables.h"
#include "flow/Completion.h"
#include "flow/Settled.h"
#include "flow/Statements.h"
#include "flow/Unit.h"
#include "flow/Words.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isOnly(const VarDecl &variable, const Function &function, Unit &unit,
            llvm::function_ref<bool(const Mention &)> matches) {
  if (function.mayLackUses || !variable.hasLocalStorage() || isa<ParmVarDecl>(variable) ||
      variable.getType()->isReferenceType())
    return false;
  Ways *ways = unit.waysThrough(function);
  return ways && llvm::all_of(ways->graph().mentions().all(), [&](const Mention &mention) {
           return mention.variable != &variable || matches(mention);
         });
}

bool looks(const Mention &mention) {
  return mention.how == How::Tested || mention.how == How::Ignored ||
         (mention.how == How::Read && !mention.member);
}

/// To a function that takes it as const.
bool isPassedToLook(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (mention.how != How::Passed || !callee || mention.argument >= callee->getNumParams())
    return false;
  const QualType type = callee->getParamDecl(mention.argument)->getType();
  return type->isLValueReferenceType() && type.getNonReferenceType().isConstQualified();
}

/// What promise.get_future().via(pool) begins with.
const VarDecl *beginningOf(const Expr *expr) {
  while (const auto *call = dyn_cast<CXXMemberCallExpr>(stripped(expr)))
    expr = call->getImplicitObjectArgument();
  return dyn_cast_or_null<VarDecl>(named(expr));
}

/// The local variable that is made of \p part: shared_future shared(std::move(future)).
const VarDecl *madeOf(llvm::function_ref<bool(const Expr *)> part, const Function &function,
                      Unit &unit) {
  for (const VarDecl *variable : function.variables) {
    const Expr *init = variable->getInit() ? stripped(variable->getInit()) : nullptr;
    const auto *made = dyn_cast_or_null<CXXConstructExpr>(init);
    const bool isMade = init && (part(init) || (made && llvm::any_of(made->arguments(), part)));
    if (isMade && unit.knowledge().type(variable->getType()).asynchronous())
      return variable;
  }
  return nullptr;
}

/// Whether \p future, or what it is moved on into, is asked at most.
bool isIdle(const VarDecl &future, const Function &function, Unit &unit, unsigned depth = 0) {
  constexpr unsigned maxDepth = 3;
  return isOnly(future, function, unit, [&](const Mention &mention) {
    const CXXMethodDecl *method = methodOf(mention);
    if (looks(mention) || mention.how == How::Assigned)
      return true;
    if (mention.how == How::Method)
      return method && isQuestion(*method, unit.knowledge());
    if (depth == maxDepth || (mention.how != How::Moved && mention.how != How::Passed))
      return false;
    const VarDecl *next =
        madeOf([&](const Expr *each) { return named(each) == &future; }, function, unit);
    // one = std::move(other);
    const auto *assigned = dyn_cast_or_null<CXXOperatorCallExpr>(mention.call);
    if (assigned && assigned->getOperator() == OO_Equal)
      next = dyn_cast_or_null<VarDecl>(named(assigned->getArg(0)));
    return next && (next == &future || isIdle(*next, function, unit, depth + 1));
  });
}

/// assert_throws([&] { promise.set_result(); }) calls the lambda at once.
bool isCapturedByTest(const Mention &mention, const Function &function) {
  if (mention.how != How::Captured)
    return false;
  for (const Call &call : function.calls) {
    const IdentifierInfo *name = call.callee->getIdentifier();
    if (!name || !saysThatItExpectsAThrow(name->getName()))
      continue;
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && contains(argument, *mention.expr))
        return true;
  }
  return false;
}

bool isOwn(const VarDecl &promise, const Function &function, Unit &unit, unsigned depth = 0) {
  constexpr unsigned maxDepth = 3;
  return unit.knowledge().type(promise.getType()).role == model::Role::Promise &&
         isOnly(promise, function, unit, [&](const Mention &mention) {
           if (looks(mention) || mention.how == How::Method || mention.how == How::Assigned ||
               isCapturedByTest(mention, function))
             return true;
           // one = std::move(other);
           const auto *assigned = dyn_cast_or_null<CXXOperatorCallExpr>(mention.call);
           const auto *next = assigned && assigned->getOperator() == OO_Equal
                                  ? dyn_cast_or_null<VarDecl>(named(assigned->getArg(0)))
                                  : nullptr;
           return next && depth < maxDepth &&
                  (next == &promise || isOwn(*next, function, unit, depth + 1));
         });
}

} // namespace

bool isOfOwnPromise(const Expr &future, const Function &function, Unit &unit) {
  const VarDecl *promise = beginningOf(&future);
  return promise && isOwn(*promise, function, unit);
}

bool isOfDoneWork(const Expr &future, const Function &function, Unit &unit) {
  const VarDecl *shared = beginningOf(&future);
  const Expr *init = shared && shared->hasLocalStorage() && shared->getInit()
                         ? stripped(shared->getInit())
                         : nullptr;
  const auto *made = dyn_cast_or_null<CXXConstructExpr>(init);
  if (made && made->getNumArgs() > 0)
    init = stripped(made->getArg(0));
  const auto *call = dyn_cast_or_null<CallExpr>(init);
  return call && call->getDirectCallee() && unit.knowledge().call(*call).done &&
         isOnly(*shared, function, unit, [](const Mention &mention) {
           return looks(mention) || mention.how == How::Method || isPassedToLook(mention);
         });
}

bool isWaitedForByNobody(const Mention &getter, const Function &function, Unit &unit) {
  auto made =
      llvm::find_if(function.values, [&](const Value &value) { return value.expr == getter.call; });
  const VarDecl *future =
      made != function.values.end() && made->holder
          ? made->holder
          : madeOf([&](const Expr *each) { return stripped(each) == getter.call; }, function, unit);
  return future && isIdle(*future, function, unit);
}

} // namespace asynctidy::flow
