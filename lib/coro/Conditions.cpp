// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What conditions come to in the situation that matters: the object is not empty, and the body of
// its coroutine has not finished.
#include "coro/Effects.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/SaveAndRestore.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// nullptr, or what is made of it by conversion.
bool isNull(const Expr &written) {
  const Expr *expr = written.IgnoreImplicit()->IgnoreParenImpCasts();
  while (const auto *made = dyn_cast<CXXConstructExpr>(expr)) {
    if (made->getNumArgs() != 1)
      return made->getNumArgs() == 0;
    expr = made->getArg(0)->IgnoreImplicit()->IgnoreParenImpCasts();
  }
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(expr);
}

} // namespace

bool Interpreter::isOwnPointer(const Expr &written) const {
  const Expr *expr = written.IgnoreParenImpCasts();
  if (const auto *name = dyn_cast<DeclRefExpr>(expr)) {
    // auto h = std::exchange(handle_, nullptr)
    const auto *variable = dyn_cast<VarDecl>(name->getDecl());
    if (!variable || isa<ParmVarDecl>(variable))
      return variable != nullptr; // what a deleter or helper is given
    return variable->getInit() != nullptr;
  }
  if (const auto *made = dyn_cast<CXXConstructExpr>(expr); made && made->getNumArgs() == 1)
    return isOwnPointer(*made->getArg(0));
  if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
    if (!call->object) // std::exchange(handle_, nullptr)
      return !call->arguments.empty() && isOwnPointer(*call->arguments[0]);
    const bool isConversion = call->name.empty() && call->op == OO_None;
    return (isConversion && isOwnPointer(*call->object)) || call->name == "get" ||
           call->name == "address";
  }
  return isa<MemberExpr, CXXDependentScopeMemberExpr>(expr);
}

bool Interpreter::isOwningPointer(TypeRef type) const {
  const Head head = symbols_.head(type);
  return isStd(head.name, "unique_ptr") || isStd(head.name, "shared_ptr") ||
         isStd(head.name, "optional");
}

std::optional<bool> Interpreter::callHolds(const Call &call) {
  if (call.object && symbols_.isHandle(call.objectType)) {
    if (call.name == "done")
      return false;
    if (call.name.empty() || call.name == "address")
      return true;
    return std::nullopt;
  }
  if (call.callees.size() != 1 || depth_ > 4)
    return std::nullopt;
  if (isa<CXXConversionDecl>(call.callees.front().decl) && call.object &&
      isOwningPointer(call.objectType))
    return isOwnPointer(*call.object) ? std::optional(true) : std::nullopt;
  const Body body = symbols_.body(call.callees.front());
  const auto *compound = dyn_cast_or_null<CompoundStmt>(body.statement);
  const auto *exit =
      compound && compound->size() == 1 ? dyn_cast<ReturnStmt>(compound->body_front()) : nullptr;
  if (!exit || !exit->getRetValue())
    return std::nullopt;
  llvm::SaveAndRestore scope(scope_, body.scope);
  llvm::SaveAndRestore depth(depth_, depth_ + 1);
  return holds(*exit->getRetValue());
}

std::optional<bool> Interpreter::holds(const Expr &written) {
  const Expr *expr = written.IgnoreParenImpCasts();
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(expr))
    return holds(*cast->getSubExpr());
  if (const auto *full = dyn_cast<FullExpr>(expr))
    return holds(*full->getSubExpr());
  if (const auto *literal = dyn_cast<CXXBoolLiteralExpr>(expr))
    return literal->getValue();
  if (const auto *unary = dyn_cast<UnaryOperator>(expr); unary && unary->getOpcode() == UO_LNot) {
    const std::optional<bool> value = holds(*unary->getSubExpr());
    return value ? std::optional(!*value) : std::nullopt;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(expr); binary && binary->isLogicalOp()) {
    const std::optional<bool> left = holds(*binary->getLHS());
    const std::optional<bool> right = holds(*binary->getRHS());
    const bool decides = binary->getOpcode() == BO_LOr;
    if ((left && *left == decides) || (right && *right == decides))
      return decides;
    return left && right ? std::optional(!decides) : std::nullopt;
  }
  // pointer == nullptr, pointer != nullptr, in every form that the AST has for it
  const auto compared = [&](const Expr *left, const Expr *right,
                            bool isEqual) -> std::optional<bool> {
    if (isNull(*left))
      std::swap(left, right);
    return isNull(*right) && isOwnPointer(*left) ? std::optional(!isEqual) : std::nullopt;
  };
  if (const auto *rewritten = dyn_cast<CXXRewrittenBinaryOperator>(expr)) {
    const auto parts = rewritten->getDecomposedForm();
    return compared(parts.LHS, parts.RHS, parts.Opcode == BO_EQ);
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(expr); binary && binary->isEqualityOp())
    return compared(binary->getLHS(), binary->getRHS(), binary->getOpcode() == BO_EQ);
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(expr);
      call && (call->getOperator() == OO_EqualEqual || call->getOperator() == OO_ExclaimEqual))
    return compared(call->getArg(0), call->getArg(1), call->getOperator() == OO_EqualEqual);
  if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
    const TypeRef result = symbols_.resolve(symbols_.typeOf(*expr, scope_));
    if (result && (result.type->isPointerType() || symbols_.isHandle(result)) &&
        isOwnPointer(*expr))
      return true;
    return callHolds(*call);
  }
  const TypeRef type = symbols_.resolve(symbols_.typeOf(*expr, scope_));
  if (!type || !isOwnPointer(*expr))
    return std::nullopt;
  if (type.type.getNonReferenceType()->isPointerType() || symbols_.isHandle(type) ||
      isOwningPointer(type))
    return true;
  return std::nullopt;
}

/// Whether a condition counts owners down: --count == 0, fetch_sub, or a function that does so.
bool Interpreter::countsOwners(const Stmt &node, int depth) {
  if (const auto *unary = dyn_cast<UnaryOperator>(&node); unary && unary->isDecrementOp())
    return true;
  if (const auto *expr = dyn_cast<Expr>(&node))
    if (const std::optional<Call> call = symbols_.call(*expr, scope_)) {
      if (call->name == "fetch_sub" || call->op == OO_MinusMinus || call->name == "use_count")
        return true;
      for (const Member &callee : call->callees)
        if (const Body body = symbols_.body(callee);
            body && depth < 3 && ++bodies_ < 500 && !inStd(*callee.decl)) {
          llvm::SaveAndRestore scope(scope_, body.scope);
          if (countsOwners(*body.statement, depth + 1))
            return true;
        }
    }
  return llvm::any_of(node.children(),
                      [&](const Stmt *child) { return child && countsOwners(*child, depth); });
}

} // namespace asynctidy::coro
