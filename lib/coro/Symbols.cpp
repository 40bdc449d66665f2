// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Symbols.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

/// What the parameters of the templates around \p context stand for, where it is inside an
/// instantiation; null elsewhere.
void collectLevels(const DeclContext *context, std::vector<std::vector<Argument>> &levels) {
  if (!context || context->isFileContext())
    return;
  collectLevels(context->getParent(), levels);
  const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(context);
  if (!specialization || isa<ClassTemplatePartialSpecializationDecl>(specialization))
    return;
  // For an instantiated partial specialisation these are the arguments of that one's parameters.
  std::vector<Argument> &level = levels.emplace_back();
  for (const TemplateArgument &argument : specialization->getTemplateInstantiationArgs().asArray())
    level.push_back({argument, nullptr});
}

std::vector<Argument> withScope(llvm::ArrayRef<TemplateArgument> arguments, const ScopePtr &scope) {
  std::vector<Argument> result;
  for (const TemplateArgument &argument : arguments)
    result.push_back({argument, scope});
  return result;
}

const ClassTemplateDecl *original(const ClassTemplateDecl *name) {
  while (const ClassTemplateDecl *from = name->getInstantiatedFromMemberTemplate()) {
    if (name->isMemberSpecialization())
      break;
    name = from;
  }
  return name;
}

using Partials = llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4>;

bool isSpecialized(const ClassTemplateDecl &name, const Partials &partials) {
  return !partials.empty() || llvm::any_of(name.specializations(), [](const auto *written) {
    return written->isExplicitSpecialization();
  });
}

} // namespace

bool inStd(const Decl &decl) {
  const DeclContext *context = decl.getDeclContext()->getEnclosingNamespaceContext();
  for (; context && context->isNamespace(); context = context->getParent())
    if (context->isStdNamespace())
      return true;
  return false;
}

bool isStd(const Decl *decl, llvm::StringRef name) {
  const auto *named = dyn_cast_or_null<NamedDecl>(decl);
  return named && named->getDeclName().isIdentifier() && named->getName() == name && inStd(*named);
}

ScopePtr scopeOf(const DeclContext *context) {
  auto scope = std::make_shared<Scope>();
  collectLevels(context, scope->levels);
  return scope->levels.empty() ? nullptr : scope;
}

ScopePtr enter(const ScopePtr &outer, unsigned depth, std::vector<Argument> arguments) {
  auto scope = std::make_shared<Scope>();
  if (outer)
    scope->levels.assign(outer->levels.begin(),
                         outer->levels.begin() + std::min<size_t>(depth, outer->levels.size()));
  scope->levels.resize(depth);
  for (const Argument &argument : arguments)
    if (argument.scope)
      scope->depth = std::max(scope->depth, argument.scope->depth + 1);
  scope->levels.push_back(std::move(arguments));
  return scope;
}

std::optional<Argument> Symbols::bound(const ScopePtr &scope, unsigned depth,
                                       unsigned index) const {
  if (!scope || depth >= scope->levels.size() || index >= scope->levels[depth].size())
    return std::nullopt;
  return scope->levels[depth][index];
}

TypeRef Symbols::resolve(TypeRef type) const {
  // Each round removes one layer; the bound only guards against arguments that name each other.
  for (int round = 0; type && round < 32; ++round) {
    const QualType canonical = context_.getCanonicalType(type.type);
    if (const auto *parameter = dyn_cast<TemplateTypeParmType>(canonical.getTypePtr())) {
      std::optional<Argument> argument =
          bound(type.scope, parameter->getDepth(), parameter->getIndex());
      if (!argument || argument->value.getKind() != TemplateArgument::Type)
        return {};
      const Qualifiers qualifiers = canonical.getQualifiers();
      type = {context_.getQualifiedType(argument->value.getAsType(), qualifiers), argument->scope};
      continue;
    }
    if (const auto *name = dyn_cast<DependentNameType>(canonical.getTypePtr())) {
      const clang::Type *qualifier = name->getQualifier()->getAsType();
      if (!qualifier)
        return {};
      const Class record = classOf({QualType(qualifier, 0), type.scope});
      type = memberType(record, name->getIdentifier()->getName());
      continue;
    }
    if (const auto *member = dyn_cast<DependentTemplateSpecializationType>(canonical.getTypePtr()))
      if (const Member found = memberTemplate(*member, type.scope); found.decl)
        if (const auto *alias = dyn_cast<TypeAliasTemplateDecl>(found.decl)) {
          type = {alias->getTemplatedDecl()->getUnderlyingType(),
                  enter(found.owner.scope, alias->getTemplateParameters()->getDepth(),
                        withScope(member->template_arguments(), type.scope))};
          continue;
        }
    if (isa<DecltypeType, AutoType, UnaryTransformType>(canonical.getTypePtr()))
      return {};
    return {canonical, type.scope};
  }
  return {};
}

/// The template that `typename T::template name<...>` names; its owner has the scope around it.
Member Symbols::memberTemplate(const DependentTemplateSpecializationType &type,
                               const ScopePtr &scope) const {
  const clang::Type *qualifier = type.getQualifier() ? type.getQualifier()->getAsType() : nullptr;
  if (!qualifier)
    return {};
  const Class record = classOf(TypeRef{QualType(qualifier, 0), scope});
  for (Member &found : members(record, type.getIdentifier()->getName()))
    if (isa<ClassTemplateDecl, TypeAliasTemplateDecl>(found.decl)) {
      if (!found.owner.scope)
        found.owner.scope = scopeOf(found.decl->getDeclContext());
      return found;
    }
  return {};
}

Argument Symbols::resolve(Argument argument) const {
  for (int round = 0; round < 32; ++round) {
    if (argument.value.getKind() == TemplateArgument::Type) {
      if (TypeRef type = resolve(TypeRef{argument.value.getAsType(), argument.scope}))
        return {TemplateArgument(type.type), type.scope};
      return argument;
    }
    const NamedDecl *parameter = nullptr;
    if (argument.value.getKind() == TemplateArgument::Template)
      parameter = argument.value.getAsTemplate().getAsTemplateDecl();
    else if (argument.value.getKind() == TemplateArgument::Expression)
      if (const auto *name = dyn_cast<DeclRefExpr>(argument.value.getAsExpr()->IgnoreParenCasts()))
        parameter = name->getDecl();
    std::optional<Argument> next;
    if (const auto *value = dyn_cast_or_null<NonTypeTemplateParmDecl>(parameter))
      next = bound(argument.scope, value->getDepth(), value->getIndex());
    else if (const auto *name = dyn_cast_or_null<TemplateTemplateParmDecl>(parameter))
      next = bound(argument.scope, name->getDepth(), name->getIndex());
    if (!next)
      break;
    argument = *next;
  }
  if (argument.value.getKind() != TemplateArgument::Expression)
    return argument;
  const Expr &value = *argument.value.getAsExpr();
  if (value.getType()->isBooleanType())
    if (const std::optional<bool> known = constant(value, argument.scope))
      return {
          TemplateArgument(context_, llvm::APSInt(llvm::APInt(1, *known), true), context_.BoolTy),
          nullptr};
  return argument;
}

Head Symbols::head(TypeRef type) const {
  type = resolve(type);
  if (!type)
    return {};
  const QualType canonical = type.type.getNonReferenceType();
  if (const auto *record = dyn_cast<RecordType>(canonical.getTypePtr())) {
    const auto *decl = dyn_cast<ClassTemplateSpecializationDecl>(record->getDecl());
    if (!decl)
      return {};
    return {decl->getSpecializedTemplate()->getCanonicalDecl(),
            withScope(decl->getTemplateArgs().asArray(), nullptr)};
  }
  const auto *specialization = dyn_cast<TemplateSpecializationType>(canonical.getTypePtr());
  if (const auto *injected = dyn_cast<InjectedClassNameType>(canonical.getTypePtr()))
    specialization = injected->getInjectedTST();
  if (!specialization)
    return {};
  const Argument name =
      resolve(Argument{TemplateArgument(specialization->getTemplateName()), type.scope});
  const TemplateDecl *decl = name.value.getKind() == TemplateArgument::Template
                                 ? name.value.getAsTemplate().getAsTemplateDecl()
                                 : nullptr;
  if (!decl || isa<TemplateTemplateParmDecl>(decl))
    return {};
  return {cast<TemplateDecl>(decl->getCanonicalDecl()),
          withScope(specialization->template_arguments(), type.scope)};
}

TypeRef Symbols::typeArgument(TypeRef type, unsigned index) const {
  const Head found = head(type);
  if (!found || index >= found.arguments.size() ||
      found.arguments[index].value.getKind() != TemplateArgument::Type)
    return {};
  return {found.arguments[index].value.getAsType(), found.arguments[index].scope};
}

Class Symbols::classOf(TypeRef type) const {
  type = resolve(type);
  if (!type)
    return {};
  const QualType canonical = type.type.getNonReferenceType();
  if (canonical.getTypePtr() != type.type.getTypePtr())
    return classOf(TypeRef{canonical, type.scope});
  if (const auto *record = dyn_cast<RecordType>(canonical.getTypePtr())) {
    const auto *decl = dyn_cast<CXXRecordDecl>(record->getDecl());
    return decl ? classOf(*decl, type.scope) : Class();
  }
  if (const auto *injected = dyn_cast<InjectedClassNameType>(canonical.getTypePtr()))
    return classOf(*injected->getDecl(), type.scope);
  if (const auto *member = dyn_cast<DependentTemplateSpecializationType>(canonical.getTypePtr())) {
    const Member found = memberTemplate(*member, type.scope);
    const auto *name = dyn_cast_or_null<ClassTemplateDecl>(found.decl);
    return name ? specialization(*name, withScope(member->template_arguments(), type.scope),
                                 found.owner.scope)
                : Class();
  }
  const Head found = head(type);
  const auto *name = dyn_cast_or_null<ClassTemplateDecl>(found.name);
  return name ? specialization(*name, found.arguments, type.scope) : Class();
}

Class Symbols::classOf(const CXXRecordDecl &decl, ScopePtr scope) const {
  if (const CXXRecordDecl *definition = decl.getDefinition())
    return {definition, definition->isDependentContext() ? std::move(scope) : nullptr};
  if (const auto *named = dyn_cast<ClassTemplateSpecializationDecl>(&decl)) {
    if (isa<ClassTemplatePartialSpecializationDecl>(named))
      return {};
    return specialization(*named->getSpecializedTemplate(),
                          withScope(named->getTemplateArgs().asArray(), nullptr),
                          scopeOf(named->getDeclContext()));
  }
  const CXXRecordDecl *pattern = decl.getTemplateInstantiationPattern();
  const CXXRecordDecl *definition = pattern ? pattern->getDefinition() : nullptr;
  return definition ? Class{definition, scopeOf(decl.getDeclContext())} : Class();
}

/// Whether a value among \p arguments can't be worked out: any specialisation may be meant.
bool Symbols::hasUnknownValue(const std::vector<Argument> &arguments) const {
  return llvm::any_of(arguments, [this](const Argument &argument) {
    return resolve(argument).value.getKind() == TemplateArgument::Expression;
  });
}

Class Symbols::specialization(const ClassTemplateDecl &declared, std::vector<Argument> arguments,
                              ScopePtr outer) const {
  // template <class T> struct X : X<T *>
  if (llvm::any_of(arguments, [](const Argument &argument) {
        return argument.scope && argument.scope->depth > 24;
      }))
    return {};
  const ClassTemplateDecl &name = *original(&declared);
  for (const ClassTemplateSpecializationDecl *written : name.specializations())
    if (written->isExplicitSpecialization() && written->getDefinition() &&
        matchSpecialization(*written, arguments))
      return {written->getDefinition(), nullptr};
  Partials partials;
  const_cast<ClassTemplateDecl &>(name).getPartialSpecializations(partials);
  const ClassTemplatePartialSpecializationDecl *best = nullptr;
  std::vector<Argument> bestArguments;
  for (const ClassTemplatePartialSpecializationDecl *partial : partials) {
    std::optional<std::vector<Argument>> found = matchSpecialization(*partial, arguments);
    if (!found || !partial->getDefinition())
      continue;
    // Of two that fit, the one that fits the other is the more special.
    if (best &&
        !matchSpecialization(*best, withScope(partial->getTemplateArgs().asArray(), nullptr)))
      continue;
    best = partial;
    bestArguments = std::move(*found);
  }
  if (best)
    return {best->getDefinition(),
            enter(outer, best->getTemplateParameters()->getDepth(), std::move(bestArguments))};
  const CXXRecordDecl *primary = name.getTemplatedDecl()->getDefinition();
  if (!primary || (isSpecialized(name, partials) && hasUnknownValue(arguments)))
    return {};
  return {primary, enter(outer, name.getTemplateParameters()->getDepth(), std::move(arguments))};
}

} // namespace asynctidy::coro
