// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Objects.h"

#include "flow/Callables.h"
#include "flow/Targets.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Initialisers of locals that refer to each other are as deep as somebody wrote them; this ends
/// `auto x = x;`.
constexpr unsigned maxDepth = 32;

Origin find(const Expr *expr, const Function &function, unsigned depth);

bool isLambda(const FunctionDecl &function) {
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  return method && method->getParent()->isLambda();
}

Origin ofVariable(const VarDecl &variable, const Function &function, unsigned depth) {
  if (variable.getTLSKind() != VarDecl::TLS_None)
    return {Origin::Own};
  bool isLocal = variable.hasLocalStorage() && !variable.isInitCapture() &&
                 variable.getDeclContext() == function.decl;
  if (!isLocal || isa<ParmVarDecl>(variable))
    return {Origin::Variable, &variable};
  const Expr *init = variable.getInit();
  return init ? find(init, function, depth + 1) : Origin{Origin::Own};
}

Origin ofDeclaration(const ValueDecl &declaration, const Function &function, unsigned depth) {
  if (const auto *binding = dyn_cast<BindingDecl>(&declaration)) {
    const auto *whole = dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    return whole ? ofVariable(*whole, function, depth) : Origin{};
  }
  const auto *variable = dyn_cast<VarDecl>(&declaration);
  return variable ? ofVariable(*variable, function, depth) : Origin{};
}

/// std::make_unique<T>(...), std::make_shared<T>(...).
bool makesNew(const CallExpr &call) {
  const FunctionDecl *callee = call.getDirectCallee();
  return callee && callee->isInStdNamespace() && callee->getIdentifier() &&
         (callee->getName() == "make_unique" || callee->getName() == "make_shared");
}

/// A new object; made from one that comes from outside it may be a part or a handle of that.
template <class Node> Origin newFrom(const Node &node, const Function &function, unsigned depth) {
  for (const Expr *argument : node.arguments())
    if (!isa<CXXDefaultArgExpr>(argument) && find(argument, function, depth + 1).fromOutside())
      return {};
  return {Origin::Own};
}

Origin find(const Expr *expr, const Function &function, unsigned depth) {
  const Expr *inner = expr && depth < maxDepth ? stripped(expr) : nullptr;
  if (!inner)
    return {};
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner))
    return ofDeclaration(*reference->getDecl(), function, depth);
  if (isa<CXXThisExpr>(inner))
    return {Origin::This};
  if (const auto *member = dyn_cast<MemberExpr>(inner)) {
    if (const auto *global = dyn_cast<VarDecl>(member->getMemberDecl()))
      return ofVariable(*global, function, depth);
    return find(member->getBase(), function, depth);
  }
  if (const auto *call = dyn_cast<CallExpr>(inner)) {
    if (makesNew(*call))
      return newFrom(*call, function, depth);
    // A lambda's result may come from anywhere.
    const auto *operation = dyn_cast<CXXOperatorCallExpr>(call);
    bool isCall = operation && operation->getOperator() == OO_Call;
    const Expr *object = isCall ? nullptr : objectOfCall(*call);
    return object ? find(object, function, depth) : Origin{};
  }
  if (const auto *construct = dyn_cast<CXXConstructExpr>(inner))
    return newFrom(*construct, function, depth);
  if (const auto *made = dyn_cast<CXXNewExpr>(inner))
    return made->getConstructExpr() ? newFrom(*made->getConstructExpr(), function, depth)
                                    : Origin{Origin::Own};
  if (const auto *unary = dyn_cast<UnaryOperator>(inner))
    return unary->getOpcode() == UO_Deref ? find(unary->getSubExpr(), function, depth) : Origin{};
  if (const auto *element = dyn_cast<ArraySubscriptExpr>(inner))
    return find(element->getBase(), function, depth);
  if (const auto *cast = dyn_cast<CastExpr>(inner))
    return find(cast->getSubExpr(), function, depth);
  if (const auto *choice = dyn_cast<ConditionalOperator>(inner)) {
    Origin one = find(choice->getTrueExpr(), function, depth + 1);
    return one == find(choice->getFalseExpr(), function, depth + 1) ? one : Origin{};
  }
  return {};
}

const Expr *argumentFor(const Expr &site, const ParmVarDecl &parameter) {
  unsigned index = parameter.getFunctionScopeIndex();
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(&site);
      operation && isa_and_nonnull<CXXMethodDecl>(operation->getDirectCallee()))
    ++index; // the object comes first
  if (const auto *call = dyn_cast<CallExpr>(&site))
    return index < call->getNumArgs() ? call->getArg(index) : nullptr;
  const auto *construct = dyn_cast<CXXConstructExpr>(&site);
  return construct && index < construct->getNumArgs() ? construct->getArg(index) : nullptr;
}

/// Whether \p site calls \p callee, and does not only hand it over.
bool isCallOf(const Expr &site, const FunctionDecl &callee) {
  const FunctionDecl *called = nullptr;
  const auto *call = dyn_cast<CallExpr>(&site);
  // What holds it may have bound some of its arguments.
  if (call && calledThrough(*call)) {
    unsigned shift = isa<CXXOperatorCallExpr>(call) ? 1 : 0;
    return call->getNumArgs() == callee.getNumParams() + shift;
  }
  if (call)
    called = call->getDirectCallee();
  else if (const auto *construct = dyn_cast<CXXConstructExpr>(&site))
    called = construct->getConstructor();
  return called && called->getCanonicalDecl() == callee.getCanonicalDecl();
}

/// The class whose `this` \p function has, for a lambda the one it can capture; null for none.
const CXXRecordDecl *thisClass(const FunctionDecl &function) {
  const DeclContext *context = &function;
  while (context) {
    // A lambda in the initialiser of a member stands in the class itself.
    if (const auto *record = dyn_cast<CXXRecordDecl>(context); record && !record->isLambda())
      return record->getCanonicalDecl();
    context = context->getParent();
  }
  return nullptr;
}

} // namespace

std::uintptr_t toNumber(Origin origin) {
  // Variables are aligned to more than the kinds need.
  static_assert(alignof(VarDecl) >= 8);
  return reinterpret_cast<std::uintptr_t>(origin.variable) | origin.kind;
}

Origin fromNumber(std::uintptr_t number) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the number was made of the pointer
  const auto *variable = reinterpret_cast<const VarDecl *>(number & ~std::uintptr_t(7));
  return {static_cast<Origin::Kind>(number & 7), variable};
}

Origin originOf(const Expr *expr, const Function &function) { return find(expr, function, 0); }

Origin originOf(const VarDecl &variable, const Function &function) {
  return ofVariable(variable, function, 0);
}

bool hasRole(QualType type, model::Role role, model::Knowledge &knowledge) {
  type = type.getNonReferenceType();
  if (type->isPointerType())
    type = type->getPointeeType();
  return knowledge.type(type).role == role;
}

const Expr *objectOfCall(const Expr &call) {
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call))
    return member->getImplicitObjectArgument();
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(&call);
  bool isMethod = operation && operation->getNumArgs() > 0 && !calledThrough(*operation) &&
                  isa_and_nonnull<CXXMethodDecl>(operation->getDirectCallee());
  return isMethod ? operation->getArg(0) : nullptr;
}

const Expr *writtenFor(Origin inner, const FunctionDecl &callee, const Expr &site) {
  if (!isCallOf(site, callee))
    return nullptr;
  if (inner.kind == Origin::This)
    return isLambda(callee) || isa<CXXConstructorDecl>(callee) ? nullptr : objectOfCall(site);
  const auto *parameter = dyn_cast_or_null<ParmVarDecl>(inner.variable);
  bool isItsOwn = parameter && parameter->getDeclContext() == &callee;
  return isItsOwn ? argumentFor(site, *parameter) : nullptr;
}

Origin originAtCaller(Origin inner, const Function &callee, const Expr &site,
                      const Function &function) {
  if (const Expr *written = writtenFor(inner, *callee.decl, site))
    return originOf(written, function);
  if (inner.kind == Origin::This) {
    // A lambda that something holds may have been made for another object.
    if (isLambda(*callee.decl))
      return thisClass(*callee.decl) == thisClass(*function.decl) ? inner : Origin{};
    return isa<CXXConstructorDecl>(callee.decl) ? Origin{Origin::Own} : Origin{};
  }
  if (inner.kind != Origin::Variable)
    return inner;
  if (isa<ParmVarDecl>(inner.variable) && inner.variable->getDeclContext() == callee.decl)
    return {};
  if (inner.variable->isInitCapture())
    return originOf(inner.variable->getInit(), function);
  return inner.variable->hasLocalStorage() ? originOf(*inner.variable, function) : inner;
}

const CXXRecordDecl *classMeant(QualType type) {
  type = type.getNonReferenceType();
  if (type->isPointerType())
    type = type->getPointeeType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const auto *holder = dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  if (holder && holder->isInStdNamespace() && holder->getTemplateArgs().size() > 0 &&
      holder->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
    return holder->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  return record;
}

} // namespace asynctidy::flow
