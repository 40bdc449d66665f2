// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Blocking.h"

#include "flow/Callables.h"
#include "flow/Macros.h"
#include "flow/NonBlocking.h"
#include "flow/Unit.h"
#include "flow/Words.h"

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
  if (const auto *reference = dyn_cast<DeclRefExpr>(object)) {
    // [work = std::move(work)] { work(); }
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    if (variable && variable->isInitCapture() && variable->getInit())
      if (const auto *outer = dyn_cast<DeclRefExpr>(stripped(variable->getInit())))
        reference = outer;
    return isa<ParmVarDecl>(reference->getDecl());
  }
  return !isa<LambdaExpr>(object);
}

bool isOpenCall(const Call &call) {
  if (call.indirect)
    return false; // what it may be is known
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

/// The argument at \p index, or what stands for one that is not written; null when nobody knows.
static const Expr *argumentOrDefault(const Call &call, unsigned index) {
  if (const Expr *written = call.argument(index))
    return written;
  if (index >= call.callee->getNumParams())
    return nullptr;
  const ParmVarDecl *parameter = call.callee->getParamDecl(index);
  bool isKnown = parameter->hasDefaultArg() && !parameter->hasUnparsedDefaultArg() &&
                 !parameter->hasUninstantiatedDefaultArg();
  return isKnown ? parameter->getDefaultArg() : nullptr;
}

bool hasZeroTimeout(const Call &call, const ASTContext &context) {
  if (!call.facts->timeout)
    return false;
  int index = *call.facts->timeout;
  const Expr *timeout = argumentOrDefault(call, index < 0 ? call.arguments() - 1 : index);
  if (!timeout || timeout->isValueDependent() || timeout->containsErrors())
    return false;
  Expr::EvalResult result;
  return timeout->EvaluateAsRValue(result, context) && isZero(result.Val);
}

bool blocksNow(const Call &call, const Function &function, Unit &unit) {
  return call.facts->blocks && !call.facts->nonblocking && !hasZeroTimeout(call, unit.context()) &&
         !isUnblocked(call, function, unit);
}

std::optional<ChainKey> BlockingSummaries::direct(const Function &function, const Call &call) {
  if (!blocksNow(call, function, unit_))
    return std::nullopt;
  return static_cast<ChainKey>(*call.facts->blocks);
}

bool BlockingSummaries::mayBlock(const Function &function) {
  // What the loop runs anyhow has its own reports.
  return !function.isCoroutine && !unit_.knowledge().type(function.decl->getReturnType()).onLoop &&
         !unit_.knowledge().function(*function.decl).nonblocking;
}

bool BlockingSummaries::runs(const Function &, const Expr &site, const Function &callee) {
  return mayBlock(callee) && !isLogged(site, unit_.context());
}

bool isLogged(const Expr &site, const ASTContext &context) {
  return isInMacro(site.getBeginLoc(), context, saysThatItLogs);
}

std::vector<BlockingStep> BlockingSummaries::steps(const FunctionDecl *function) {
  std::vector<BlockingStep> result;
  const Function *found = unit_.find(function);
  if (!found || !mayBlock(*found))
    return result;
  for (const Step &step : chains_.steps(function))
    result.push_back({static_cast<model::Blocking>(step.key), step.call, step.callee, step.facts});
  return result;
}

} // namespace asynctidy::flow
