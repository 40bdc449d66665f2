// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Questions.h"

#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// p for p == nullptr, which asks the opposite of p.
const Expr *comparedWithNull(const Expr &expr, bool &negated) {
  const auto *binary = dyn_cast<BinaryOperator>(&expr);
  if (!binary || !binary->isEqualityOp())
    return nullptr;
  const Expr *left = coreOf(binary->getLHS());
  const Expr *right = coreOf(binary->getRHS());
  auto isNull = [](const Expr *side) { return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(side); };
  if (isNull(left) == isNull(right))
    return nullptr;
  negated ^= binary->getOpcode() == BO_EQ;
  return isNull(left) ? right : left;
}

/// The bool that `const AssertionResult result = AssertionResult(holds)` stands for; else null.
const Expr *boolIn(const VarDecl &result) {
  const Expr *init = result.getInit() ? coreOf(result.getInit()) : nullptr;
  const auto *made = dyn_cast_or_null<CXXConstructExpr>(init);
  if (const auto *cast = dyn_cast_or_null<CXXFunctionalCastExpr>(init))
    made = dyn_cast<CXXConstructExpr>(coreOf(cast->getSubExpr()));
  const Expr *first = made && made->getNumArgs() > 0 ? coreOf(made->getArg(0)) : nullptr;
  const bool isAlone = first && llvm::all_of(llvm::drop_begin(made->arguments()), [](auto *rest) {
                         return isa<CXXDefaultArgExpr>(rest);
                       });
  return isAlone && first->getType()->isBooleanType() ? first : nullptr;
}

} // namespace

const Expr *coreOf(const Expr *expr) {
  while (true) {
    expr = expr->IgnoreParenImpCasts();
    if (const auto *cleanups = dyn_cast<FullExpr>(expr))
      expr = cleanups->getSubExpr();
    else if (const auto *cast = dyn_cast<CXXStaticCastExpr>(expr))
      expr = cast->getSubExpr();
    else if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expr))
      expr = temporary->getSubExpr();
    else if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(expr))
      expr = bound->getSubExpr();
    else
      return expr;
  }
}

const Expr *withoutNegations(const Expr *expr, bool &negated) {
  expr = coreOf(expr);
  while (const auto *unary = dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() != UO_LNot)
      break;
    negated = !negated;
    expr = coreOf(unary->getSubExpr());
  }
  if (const Expr *pointer = comparedWithNull(*expr, negated))
    return coreOf(pointer);
  return expr;
}

std::optional<Question> questionOf(const Expr &condition) {
  Question question;
  const Expr *inner = withoutNegations(&condition, question.negated);
  // const bool done = future.done(); if (done) ...
  if (const auto *name = dyn_cast<DeclRefExpr>(inner))
    if (const auto *answer = dyn_cast<VarDecl>(name->getDecl());
        answer && answer->hasLocalStorage() && answer->getInit() &&
        answer->getType()->isBooleanType() && isa<CXXMemberCallExpr>(coreOf(answer->getInit())))
      inner = withoutNegations(answer->getInit(), question.negated);
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(inner);
      call && call->getMethodDecl() && call->getNumArgs() == 0) {
    question.method = call->getMethodDecl();
    inner = coreOf(call->getImplicitObjectArgument());
  }
  // if (const AssertionResult result = AssertionResult(future.valid())), as in many test macros
  if (const auto *name = dyn_cast<DeclRefExpr>(inner);
      name && isa_and_nonnull<CXXConversionDecl>(question.method))
    if (const auto *result = dyn_cast<VarDecl>(name->getDecl());
        result && result->hasLocalStorage() && result->getType().isConstQualified())
      if (const Expr *holds = boolIn(*result)) {
        std::optional<Question> asked = questionOf(*holds);
        if (asked)
          asked->negated ^= question.negated;
        return asked;
      }
  if (const auto *member = dyn_cast<MemberExpr>(inner))
    question.variable = member->getMemberDecl();
  else if (const auto *reference = dyn_cast<DeclRefExpr>(inner))
    question.variable = reference->getDecl();
  return question.variable ? std::optional(question) : std::nullopt;
}

} // namespace asynctidy::flow
