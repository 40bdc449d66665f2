// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/HandedObjects.h"

#include "flow/Callables.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// std::ref(x)
bool passesReference(const Expr *value) {
  const auto *call = dyn_cast<CallExpr>(value->IgnoreUnlessSpelledInSource());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  return callee && callee->isInStdNamespace() && callee->getIdentifier() &&
         (callee->getName() == "ref" || callee->getName() == "cref");
}

bool mayCopy(const CXXRecordDecl *record) {
  const CXXRecordDecl *definition = record ? record->getDefinition() : nullptr;
  return !definition || definition->hasSimpleCopyConstructor() ||
         (definition->needsImplicitCopyConstructor() &&
          !definition->defaultedCopyConstructorIsDeleted()) ||
         llvm::any_of(definition->ctors(), [](const CXXConstructorDecl *constructor) {
           return constructor->isCopyConstructor() && !constructor->isDeleted();
         });
}

/// Whether \p value is something that its creator names, and may still use. What is moved away
/// and cannot be copied is the new owner's.
bool isGiven(const Expr *value) {
  if (!value)
    return false;
  const Expr *root = stripped(value);
  bool isReference = isa<DeclRefExpr, MemberExpr>(root) && !value->isPRValue() && value->isLValue();
  if (!mayCopy(value->getType()->getAsCXXRecordDecl()) && !isReference && !passesReference(value))
    return false;
  while (root) {
    if (isa<DeclRefExpr, CXXThisExpr>(root))
      return true;
    if (const auto *member = dyn_cast<MemberExpr>(root))
      root = stripped(member->getBase());
    else if (const Expr *object = objectOfCall(*root))
      root = stripped(object);
    else if (const auto *element = dyn_cast<ArraySubscriptExpr>(root))
      root = stripped(element->getBase());
    else if (const auto *unary = dyn_cast<UnaryOperator>(root))
      root = stripped(unary->getSubExpr());
    else
      return false;
  }
  return false;
}

} // namespace

bool HandedObjects::isForeign(Origin origin) const {
  if (origin.kind == Origin::None || origin.kind == Origin::This)
    return true;
  const VarDecl &variable = *origin.variable;
  if (const auto *parameter = dyn_cast<ParmVarDecl>(&variable);
      parameter && parameter->getDeclContext() == &target_)
    return isGiven(argumentFor(*parameter)) && mayBeForeign(variable);
  if (variable.isInitCapture())
    return isGiven(variable.getInit());
  return mayBeForeign(variable);
}

bool HandedObjects::isPartOfCopy(Origin origin, const FunctionDecl &touch) const {
  const auto *method = dyn_cast<CXXMethodDecl>(&touch);
  if (origin.kind != Origin::Variable || !method || !isCopied(*origin.variable) ||
      knowledge_.type(knowledge_.context().getRecordType(method->getParent())).role !=
          model::Role::None)
    return false;
  const CXXRecordDecl *whole =
      origin.variable->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return whole && whole->hasDefinition() && !whole->isInStdNamespace() &&
         whole->getCanonicalDecl() != method->getParent()->getCanonicalDecl() &&
         !whole->isDerivedFrom(method->getParent());
}

bool HandedObjects::isCopied(const VarDecl &variable) const {
  bool isOwn = variable.isInitCapture() || variable.getDeclContext() == &target_;
  if (isOwn)
    return !variable.getType()->isReferenceType();
  return llvm::any_of(capturesOf(target_), [&](const LambdaCapture &capture) {
    return capture.capturesVariable() && capture.getCapturedVar() == &variable &&
           capture.getCaptureKind() == LCK_ByCopy;
  });
}

/// What is passed on to \p parameter: std::thread(work, argument).
const Expr *HandedObjects::argumentFor(const ParmVarDecl &parameter) const {
  if (handOver_.throughCallee)
    return nullptr; // what is passed on is not written here
  llvm::SmallVector<const Expr *, 4> arguments;
  if (const auto *call = dyn_cast<CallExpr>(handOver_.call))
    arguments.append(call->arg_begin(), call->arg_end());
  else if (const auto *construct = dyn_cast<CXXConstructExpr>(handOver_.call))
    arguments.append(construct->arg_begin(), construct->arg_end());
  unsigned index = 0;
  while (index < arguments.size() && stripped(arguments[index]) != handOver_.callable)
    ++index;
  index += 1 + parameter.getFunctionScopeIndex();
  if (const auto *method = dyn_cast<CXXMethodDecl>(&target_);
      method && !method->isStatic() && isa<DeclRefExpr>(handOver_.callable) &&
      cast<DeclRefExpr>(handOver_.callable)->getDecl() == method)
    ++index; // the object comes first
  return index < arguments.size() ? arguments[index] : nullptr;
}

/// A callable on a pool that is an executor itself: the object may be one of that pool's, unless
/// it is seen to be made for a loop.
bool HandedObjects::mayBeForeign(const VarDecl &variable) const {
  if (!handOver_.byExecutor)
    return true;
  const auto *construct = dyn_cast_or_null<CXXConstructExpr>(
      variable.getInit() ? stripped(variable.getInit()) : nullptr);
  return construct && llvm::any_of(construct->arguments(), [&](const Expr *argument) {
           return hasRole(stripped(argument)->getType(), model::Role::EventLoop, knowledge_);
         });
}

} // namespace asynctidy::flow
