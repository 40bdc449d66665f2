// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Settled.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Objects.h"

using namespace clang;

namespace asynctidy::flow {

const ValueDecl *named(const Expr *expr) {
  expr = expr ? stripped(expr) : nullptr;
  if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(expr))
    return reference->getDecl();
  if (const auto *member = dyn_cast_or_null<MemberExpr>(expr))
    return member->getMemberDecl();
  return nullptr;
}

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

namespace {

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

bool isYielded(const Expr *expr, unsigned depth) {
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

} // namespace

bool isYielded(const Expr *expr) { return isYielded(expr, 0); }

} // namespace asynctidy::flow
