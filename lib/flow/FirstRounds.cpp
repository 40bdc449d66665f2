// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/FirstRounds.h"

#include "flow/Questions.h"

#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::flow {

/// The counter of `for (int i = 0; i < 3; ++i)`, a loop that runs once at least; else null.
static const VarDecl *counterOf(const ForStmt &loop, const ASTContext &context) {
  const auto *init = dyn_cast_or_null<DeclStmt>(loop.getInit());
  const auto *counter =
      init && init->isSingleDecl() ? dyn_cast<VarDecl>(init->getSingleDecl()) : nullptr;
  const auto *condition = dyn_cast_or_null<BinaryOperator>(loop.getCond());
  if (!counter || !counter->getInit() || !condition || !condition->isComparisonOp())
    return nullptr;
  auto valueOf = [&](const Expr &expr) -> std::optional<llvm::APSInt> {
    Expr::EvalResult value;
    if (expr.isValueDependent() || !expr.EvaluateAsInt(value, context))
      return std::nullopt;
    return value.Val.getInt();
  };
  auto sideOf = [&](const Expr &side) {
    const auto *name = dyn_cast<DeclRefExpr>(coreOf(&side));
    return valueOf(name && name->getDecl() == counter ? *counter->getInit() : side);
  };
  std::optional<llvm::APSInt> left = sideOf(*condition->getLHS());
  std::optional<llvm::APSInt> right = sideOf(*condition->getRHS());
  if (!left || !right)
    return nullptr;
  const int order = llvm::APSInt::compareValues(*left, *right);
  auto holds = [&] {
    switch (condition->getOpcode()) {
    case BO_LT:
      return order < 0;
    case BO_LE:
      return order <= 0;
    case BO_GT:
      return order > 0;
    case BO_GE:
      return order >= 0;
    case BO_NE:
      return order != 0;
    default:
      return false;
    }
  };
  return holds() ? counter : nullptr;
}

void FirstRounds::note(const Stmt *node, const ASTContext &context) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *loop = dyn_cast<ForStmt>(node))
    if (const VarDecl *counter = counterOf(*loop, context))
      conditions_.try_emplace(counter, loop->getCond());
  for (const Stmt *child : node->children())
    note(child, context);
}

} // namespace asynctidy::flow
