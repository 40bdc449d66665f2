// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conditions that need no run time, also in patterns: std::is_void<T>::value, a variable template,
// a concept. Clang works them out in instantiations only.
#include "coro/Symbols.h"

#include <clang/AST/ExprConcepts.h>

using namespace clang;

namespace asynctidy::coro {

/// The value of a dependent name: a template parameter, or a constant that is made from some.
std::optional<bool> Symbols::constantNamed(const DeclRefExpr &name, const ScopePtr &scope) const {
  if (const auto *variable = dyn_cast<VarDecl>(name.getDecl()))
    return constantVariable(*variable, scope);
  if (!isa<NonTypeTemplateParmDecl>(name.getDecl()))
    return std::nullopt;
  const Argument value =
      resolve(Argument{TemplateArgument(const_cast<DeclRefExpr *>(&name)), scope});
  if (value.value.getKind() == TemplateArgument::Integral)
    return value.value.getAsIntegral().getBoolValue();
  if (value.value.getKind() == TemplateArgument::Expression && value.value.getAsExpr() != &name)
    return constant(*value.value.getAsExpr(), value.scope);
  return std::nullopt;
}

std::optional<bool> Symbols::constantVariable(const VarDecl &variable,
                                              const ScopePtr &scope) const {
  const Expr *value = variable.isConstexpr() ? variable.getInit() : nullptr;
  return value ? constant(*value, scope) : std::nullopt;
}

/// is_same<T, void>, a variable template: of the specialisation that is written for the arguments.
std::optional<bool> Symbols::constantTemplate(const VarTemplateDecl &name,
                                              const std::vector<Argument> &arguments) const {
  for (const VarTemplateSpecializationDecl *written : name.specializations())
    if (written->getTemplateSpecializationKind() == TSK_ExplicitSpecialization &&
        matchArguments(written->getTemplateArgs().asArray(), nullptr, arguments))
      return constantVariable(*written, nullptr);
  llvm::SmallVector<VarTemplatePartialSpecializationDecl *, 4> partials;
  const_cast<VarTemplateDecl &>(name).getPartialSpecializations(partials);
  for (const VarTemplatePartialSpecializationDecl *partial : partials)
    if (const auto found = matchArguments(partial->getTemplateArgs().asArray(),
                                          partial->getTemplateParameters(), arguments))
      return constantVariable(*partial,
                              enter(nullptr, partial->getTemplateParameters()->getDepth(), *found));
  return constantVariable(*name.getTemplatedDecl(),
                          enter(nullptr, name.getTemplateParameters()->getDepth(), arguments));
}

/// The compiler's own questions.
std::optional<bool> Symbols::constantTrait(const TypeTraitExpr &trait,
                                           const ScopePtr &scope) const {
  std::vector<TypeRef> types;
  for (const TypeSourceInfo *argument : trait.getArgs()) {
    types.push_back(resolve(TypeRef{argument->getType(), scope}));
    if (!types.back() || types.back().type->isDependentType())
      return std::nullopt;
  }
  if (types.size() == 1 && trait.getTrait() == UTT_IsVoid)
    return types[0].type->isVoidType();
  if (types.size() == 2 && trait.getTrait() == BTT_IsSame)
    return context_.hasSameType(types[0].type, types[1].type);
  return std::nullopt;
}

std::optional<bool> Symbols::constant(const Expr &written, const ScopePtr &scope) const {
  const Step step(*this);
  if (!step)
    return std::nullopt;
  const Expr &expr = *written.IgnoreParenImpCasts();
  if (!written.isValueDependent()) {
    bool value = false;
    // Only what needs no function body: results must not depend on what was skipped.
    if (written.EvaluateAsBooleanCondition(value, context_))
      return value;
    return std::nullopt;
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(&expr); unary && unary->getOpcode() == UO_LNot) {
    const std::optional<bool> value = constant(*unary->getSubExpr(), scope);
    return value ? std::optional(!*value) : std::nullopt;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(&expr); binary && binary->isLogicalOp()) {
    const bool decides = binary->getOpcode() == BO_LOr;
    const std::optional<bool> left = constant(*binary->getLHS(), scope);
    const std::optional<bool> right = constant(*binary->getRHS(), scope);
    if (left == decides || right == decides)
      return decides;
    return left && right ? std::optional(!decides) : std::nullopt;
  }
  if (const auto *name = dyn_cast<DeclRefExpr>(&expr))
    return constantNamed(*name, scope);
  if (const auto *trait = dyn_cast<TypeTraitExpr>(&expr))
    return constantTrait(*trait, scope);
  if (const auto *member = dyn_cast<DependentScopeDeclRefExpr>(&expr)) {
    const clang::Type *qualifier = member->getQualifier()->getAsType();
    const Class record = qualifier ? classOf(TypeRef{QualType(qualifier, 0), scope}) : Class();
    for (const Member &found : members(record, member->getDeclName()))
      if (const auto *variable = dyn_cast<VarDecl>(found.decl))
        return constantVariable(*variable, found.owner.scope);
    return std::nullopt;
  }
  if (const auto *lookup = dyn_cast<UnresolvedLookupExpr>(&expr);
      lookup && lookup->hasExplicitTemplateArgs() && lookup->getNumDecls() == 1)
    if (const auto *name =
            dyn_cast<VarTemplateDecl>((*lookup->decls_begin())->getUnderlyingDecl())) {
      std::vector<Argument> arguments;
      for (const TemplateArgumentLoc &argument : lookup->template_arguments())
        arguments.push_back({argument.getArgument(), scope});
      return constantTemplate(*name, arguments);
    }
  if (const auto *check = dyn_cast<ConceptSpecializationExpr>(&expr)) {
    std::vector<Argument> arguments;
    for (const TemplateArgument &argument : check->getTemplateArguments())
      arguments.push_back({argument, scope});
    return constant(*check->getNamedConcept()->getConstraintExpr(),
                    enter(nullptr, /*depth=*/0, std::move(arguments)));
  }
  return std::nullopt;
}

} // namespace asynctidy::coro
