// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Callables.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

const CXXMethodDecl *onlyCallOperator(const CXXRecordDecl &record) {
  if (record.isLambda() && !record.isGenericLambda())
    return record.getLambdaCallOperator();
  const CXXRecordDecl *definition = record.getDefinition();
  if (!definition)
    return nullptr;
  const CXXMethodDecl *found = nullptr;
  for (const CXXMethodDecl *method : definition->methods()) {
    if (method->getOverloadedOperator() != OO_Call)
      continue;
    if (found)
      return nullptr;
    found = method;
  }
  return found;
}

/// auto work = [...] {...}; the variable stands for the lambda as long as nobody reassigns it,
/// which a closure type does not allow.
const Expr *initialiserOfClosure(const VarDecl &variable) {
  const CXXRecordDecl *record = variable.getType().getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->isLambda() ? variable.getInit() : nullptr;
}

} // namespace

bool passesThrough(const CallExpr &call) {
  const FunctionDecl *function = call.getDirectCallee();
  return function && function->isInStdNamespace() && function->getIdentifier() &&
         function->getNumParams() == 1 &&
         (function->getName() == "move" || function->getName() == "forward" ||
          function->getName() == "ref" || function->getName() == "cref");
}

bool bindsFirstArgument(const CallExpr &call) {
  const FunctionDecl *function = call.getDirectCallee();
  return function && function->isInStdNamespace() && function->getIdentifier() &&
         call.getNumArgs() > 0 &&
         (function->getName() == "bind" || function->getName() == "bind_front");
}

const Expr *stripped(const Expr *expr) {
  while (expr) {
    const Expr *inner = expr->IgnoreUnlessSpelledInSource();
    if (const auto *unary = dyn_cast<UnaryOperator>(inner);
        unary && unary->getOpcode() == UO_AddrOf)
      inner = unary->getSubExpr();
    else if (const auto *call = dyn_cast<CallExpr>(inner); call && passesThrough(*call))
      inner = call->getArg(0);
    else if (const auto *construct = dyn_cast<CXXConstructExpr>(inner);
             construct && construct->getNumArgs() == 1 &&
             construct->getConstructor()->isCopyOrMoveConstructor())
      inner = construct->getArg(0);
    if (inner == expr)
      return expr;
    expr = inner;
  }
  return expr;
}

const FunctionDecl *callableTarget(const Expr *expr) {
  expr = stripped(expr);
  if (!expr)
    return nullptr;
  if (const auto *lambda = dyn_cast<LambdaExpr>(expr))
    return lambda->getLambdaClass()->isGenericLambda() ? nullptr : lambda->getCallOperator();
  if (const auto *reference = dyn_cast<DeclRefExpr>(expr)) {
    if (const auto *function = dyn_cast<FunctionDecl>(reference->getDecl()))
      return function;
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
      if (const Expr *init = initialiserOfClosure(*variable))
        return callableTarget(init);
  }
  if (const auto *call = dyn_cast<CallExpr>(expr); call && bindsFirstArgument(*call))
    return callableTarget(call->getArg(0));
  if (const CXXRecordDecl *record = expr->getType()->getAsCXXRecordDecl())
    return onlyCallOperator(*record);
  return nullptr;
}

bool isNoexcept(const FunctionDecl &function) {
  const auto *type = function.getType()->getAs<FunctionProtoType>();
  return type && isNoexceptExceptionSpec(type->getExceptionSpecType()) && type->isNothrow();
}

llvm::ArrayRef<LambdaCapture> capturesOf(const FunctionDecl &function) {
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  if (!method || !method->getParent()->isLambda())
    return {};
  const CXXRecordDecl *closure = method->getParent();
  return {closure->captures_begin(), closure->captures_end()};
}

bool handsOn(const CallExpr &call) {
  auto bare = [](QualType type) {
    return type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  };
  return llvm::any_of(call.arguments(), [&](const Expr *argument) {
    return bare(argument->getType()) == bare(call.getType());
  });
}

QualType callableResult(const Expr *expr) {
  if (const FunctionDecl *target = callableTarget(expr))
    return target->getReturnType()->isUndeducedAutoType() ? QualType() : target->getReturnType();
  const Expr *inner = stripped(expr);
  if (!inner)
    return {};
  QualType type = inner->getType();
  if (const auto *pointer = type->getAs<PointerType>())
    type = pointer->getPointeeType();
  if (const auto *function = type->getAs<FunctionType>())
    return function->getReturnType();
  if (const auto *lambda = dyn_cast<LambdaExpr>(inner)) {
    // [](auto x) -> task<void> {...}: the pattern's return type is enough when it is written.
    QualType result = lambda->getCallOperator()->getReturnType();
    return result->isUndeducedAutoType() || result->isDependentType() ? QualType() : result;
  }
  return wrapperResult(type);
}

QualType wrapperResult(QualType type) {
  type = type.getNonReferenceType();
  const auto *specialization =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!specialization || specialization->getTemplateArgs().size() == 0)
    return {};
  const TemplateArgument &first = specialization->getTemplateArgs()[0];
  if (first.getKind() != TemplateArgument::Type)
    return {};
  const auto *signature = first.getAsType()->getAs<FunctionProtoType>();
  return signature ? signature->getReturnType() : QualType();
}

} // namespace asynctidy::flow
