// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ExpectedThrows.h"

#include "flow/Callables.h"
#include "flow/Macros.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isGiven(const CallExpr &call, const FunctionDecl &lambda) {
  return llvm::any_of(call.arguments(), [&](const Expr *argument) {
    const auto *written = dyn_cast<LambdaExpr>(stripped(argument));
    return written && written->getCallOperator() == &lambda;
  });
}

/// The function that \p lambda, written in \p part, is given to.
const FunctionDecl *receiverOf(const FunctionDecl &lambda, const Stmt *part) {
  const auto *call = dyn_cast_or_null<CallExpr>(part);
  if (call && isGiven(*call, lambda))
    return call->getDirectCallee();
  if (!part || isa<LambdaExpr>(part))
    return nullptr;
  for (const Stmt *child : part->children())
    if (const FunctionDecl *receiver = receiverOf(lambda, child))
      return receiver;
  return nullptr;
}

} // namespace

bool isExpectedToThrow(const Expr &part, const ASTContext &context) {
  return isInMacro(part.getExprLoc(), context, saysThatItExpectsAThrow);
}

bool isExpectedToThrow(const Value &value, const Function &function, Unit &unit) {
  const Function *callee = unit.find(value.callee);
  if (callee && callee->isCoroutine && value.meaning->neverRunsWhenDropped())
    return false;
  if (isExpectedToThrow(*value.expr, unit.context()))
    return true;
  const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
  const Function *outer =
      method && method->getParent()->isLambda() ? unit.find(function.enclosing) : nullptr;
  const FunctionDecl *receiver = outer ? receiverOf(*method, outer->body) : nullptr;
  return receiver && receiver->getIdentifier() && saysThatItExpectsAThrow(receiver->getName());
}

} // namespace asynctidy::flow
