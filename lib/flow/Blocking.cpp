// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Blocking.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether a constant holds nothing but zeros: 0, or a duration of zero ticks.
bool isZero(const APValue &value) {
  if (value.isInt())
    return value.getInt().isZero();
  if (value.isFloat())
    return value.getFloat().isZero();
  if (!value.isStruct())
    return false;
  for (unsigned i = 0; i < value.getStructNumBases(); ++i)
    if (!isZero(value.getStructBase(i)))
      return false;
  for (unsigned i = 0; i < value.getStructNumFields(); ++i)
    if (!isZero(value.getStructField(i)))
      return false;
  return value.getStructNumBases() + value.getStructNumFields() > 0;
}

} // namespace

/// [](auto work) { work(); } and its kin: the object is a parameter or a member.
static bool isPassedIn(const Call &call) {
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(call.expr);
  if (!operation || operation->getNumArgs() == 0)
    return true; // work.operator()(), std::move(work)()
  const Expr *object = stripped(operation->getArg(0));
  if (const auto *reference = dyn_cast<DeclRefExpr>(object))
    return isa<ParmVarDecl>(reference->getDecl());
  return !isa<LambdaExpr>(object);
}

bool isOpenCall(const Call &call) {
  const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
  if (method && method->getParent()->isLambda() && isPassedIn(call))
    return true;
  if (!method || !method->isVirtual() || method->hasAttr<FinalAttr>())
    return false;
  const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr);
  if (!member)
    return false;
  const auto *written = dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens());
  return !(written && written->hasQualifier());
}

bool hasZeroTimeout(const Call &call, const ASTContext &context) {
  if (!call.facts->timeout)
    return false;
  const Expr *timeout = call.argument(*call.facts->timeout);
  if (!timeout || timeout->isValueDependent() || timeout->containsErrors())
    return false;
  Expr::EvalResult result;
  return timeout->EvaluateAsRValue(result, context) && isZero(result.Val);
}

bool blocksNow(const Call &call, const ASTContext &context) {
  return call.facts->blocks && !call.facts->nonblocking && !hasZeroTimeout(call, context);
}

llvm::ArrayRef<BlockingStep> BlockingSummaries::steps(const FunctionDecl *function) {
  if (!function)
    return {};
  const FunctionDecl *key = function->getCanonicalDecl();
  auto [place, isNew] = memo_.try_emplace(key);
  if (isNew) {
    // An empty answer stands while this one is computed: a cycle adds nothing of its own.
    place->second = std::make_unique<std::vector<BlockingStep>>();
    std::vector<BlockingStep> *result = place->second.get();
    *result = compute(*function);
    return *result;
  }
  return *place->second;
}

std::vector<BlockingStep> BlockingSummaries::compute(const FunctionDecl &declaration) {
  std::vector<BlockingStep> result;
  if (unit_.knowledge().function(declaration).nonblocking)
    return result;
  const Function *function = unit_.find(&declaration);
  if (!function || function->isCoroutine)
    return result;
  auto add = [&](const BlockingStep &step) {
    if (llvm::none_of(result, [&](const auto &old) { return old.category == step.category; }))
      result.push_back(step);
  };
  for (const Call &call : function->calls) {
    if (blocksNow(call, unit_.context()))
      add({*call.facts->blocks, call.expr, call.callee, call.facts});
    else if (!isOpenCall(call))
      for (const BlockingStep &inner : steps(call.callee))
        add({inner.category, call.expr, call.callee, inner.facts});
  }
  return result;
}

} // namespace asynctidy::flow
