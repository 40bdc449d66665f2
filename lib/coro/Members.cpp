// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What classes have: bases, members, and the bodies of functions as somebody wrote them.
#include "coro/Symbols.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

/// The parameter pack that a type expands; null when it is not of a simple form.
const TemplateTypeParmType *packIn(QualType type) {
  const clang::Type *canonical = type.getCanonicalType().getTypePtr();
  if (const auto *parameter = dyn_cast<TemplateTypeParmType>(canonical))
    return parameter->isParameterPack() ? parameter : nullptr;
  if (const auto *specialization = dyn_cast<TemplateSpecializationType>(canonical))
    for (const TemplateArgument &argument : specialization->template_arguments())
      if (argument.getKind() == TemplateArgument::Type)
        if (const TemplateTypeParmType *found = packIn(argument.getAsType()))
          return found;
  return nullptr;
}

/// \p scope once for each element of the pack, with the element in its place; none when the pack
/// is not known. A pack is the last of its parameters, and may be written out in the scope.
std::optional<std::vector<ScopePtr>> expanded(const TemplateTypeParmType &pack,
                                              const ScopePtr &scope) {
  if (!scope || pack.getDepth() >= scope->levels.size() ||
      pack.getIndex() > scope->levels[pack.getDepth()].size())
    return std::nullopt;
  const std::vector<Argument> &level = scope->levels[pack.getDepth()];
  std::vector<Argument> elements;
  for (const Argument &argument : llvm::ArrayRef(level).drop_front(pack.getIndex()))
    if (argument.value.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &element : argument.value.pack_elements())
        elements.push_back({element, argument.scope});
    else
      elements.push_back(argument);
  std::vector<ScopePtr> scopes;
  for (const Argument &element : elements) {
    if (element.value.isPackExpansion())
      return std::nullopt;
    auto one = std::make_shared<Scope>(*scope);
    std::vector<Argument> &changed = one->levels[pack.getDepth()];
    changed.resize(pack.getIndex());
    changed.push_back(element);
    scopes.push_back(std::move(one));
  }
  return scopes;
}

} // namespace

std::vector<Class> Symbols::bases(const Class &record, bool *complete) const {
  std::vector<Class> result;
  if (!record)
    return result;
  const auto add = [&](QualType type, const ScopePtr &scope) {
    Class resolved = classOf(TypeRef{type, scope});
    if (resolved)
      result.push_back(std::move(resolved));
    else if (complete)
      *complete = false;
  };
  for (const CXXBaseSpecifier &base : record.decl->bases()) {
    const TemplateTypeParmType *pack = base.isPackExpansion() ? packIn(base.getType()) : nullptr;
    const auto scopes = pack ? expanded(*pack, record.scope) : std::nullopt;
    if (scopes)
      for (const ScopePtr &scope : *scopes)
        add(base.getType(), scope);
    else
      add(base.getType(), record.scope);
  }
  return result;
}

std::vector<Class> Symbols::allBases(const Class &record) const {
  std::vector<Class> result = bases(record);
  for (size_t i = 0; i < result.size() && result.size() < 100; ++i)
    for (Class &base : bases(Class(result[i])))
      result.push_back(std::move(base));
  return result;
}

std::vector<Member> Symbols::members(const Class &record, DeclarationName name) const {
  std::vector<Member> result;
  const Step step(*this);
  if (!record || !step)
    return result;
  for (const NamedDecl *found : record.decl->lookup(name)) {
    const NamedDecl *decl = found->getUnderlyingDecl();
    // A using-declaration of a dependent base's member: the member is found there.
    if (!isa<UnresolvedUsingValueDecl, UnresolvedUsingTypenameDecl, UsingDecl>(decl))
      result.push_back({decl, record});
  }
  if (!result.empty())
    return result;
  for (const Class &base : bases(record)) {
    result = members(base, name);
    if (!result.empty())
      break;
  }
  return result;
}

std::vector<Member> Symbols::members(const Class &record, llvm::StringRef name) const {
  return members(record, DeclarationName(&context_.Idents.get(name)));
}

namespace {

std::vector<Member> onlyFunctions(const std::vector<Member> &members) {
  std::vector<Member> functions;
  for (const Member &member : members) {
    const NamedDecl *decl = member.decl;
    if (const auto *named = dyn_cast<FunctionTemplateDecl>(decl))
      decl = named->getTemplatedDecl();
    if (isa<FunctionDecl>(decl))
      functions.push_back({decl, member.owner});
  }
  return functions;
}

} // namespace

std::vector<Member> Symbols::functions(const Class &record, llvm::StringRef name) const {
  return onlyFunctions(members(record, name));
}

std::vector<Member> Symbols::functions(const Class &record, OverloadedOperatorKind op) const {
  return onlyFunctions(members(record, context_.DeclarationNames.getCXXOperatorName(op)));
}

TypeRef Symbols::memberType(const Class &record, llvm::StringRef name) const {
  for (const Member &member : members(record, name)) {
    if (const auto *alias = dyn_cast<TypedefNameDecl>(member.decl))
      return {alias->getUnderlyingType(), member.owner.scope};
    if (const auto *nested = dyn_cast<CXXRecordDecl>(member.decl))
      return {context_.getTypeDeclType(nested), member.owner.scope};
  }
  return {};
}

namespace {

/// The function that \p function, a member of an instantiated class, is written as; a member
/// template, too, which nobody instantiated. Null for what is written itself.
const FunctionDecl *writtenAs(const FunctionDecl &function) {
  if (const FunctionDecl *pattern = function.getTemplateInstantiationPattern())
    return pattern;
  const FunctionTemplateDecl *named = function.getDescribedFunctionTemplate();
  while (named && !named->isMemberSpecialization() && named->getInstantiatedFromMemberTemplate())
    named = named->getInstantiatedFromMemberTemplate();
  return named && named->getTemplatedDecl() != &function ? named->getTemplatedDecl() : nullptr;
}

} // namespace

Body Symbols::body(const Member &member) const {
  const auto *function = dyn_cast_or_null<FunctionDecl>(member.decl);
  if (!function)
    return {};
  const FunctionDecl *definition = nullptr;
  if (function->hasBody(definition) && !definition->hasSkippedBody())
    return {definition, definition->getBody(), member.owner.scope};
  const FunctionDecl *pattern = writtenAs(*function);
  if (pattern && pattern->hasBody(definition) && !definition->hasSkippedBody())
    return {definition, definition->getBody(), scopeOf(function->getDeclContext())};
  return {};
}

bool Symbols::isHandle(TypeRef type) const {
  if (isStd(head(type).name, "coroutine_handle"))
    return true;
  const Class record = classOf(type);
  if (!record || isStd(record.decl, "coroutine_handle"))
    return static_cast<bool>(record);
  return llvm::any_of(record.decl->bases(), [&](const CXXBaseSpecifier &base) {
    return isStd(head({base.getType(), record.scope}).name, "coroutine_handle");
  });
}

} // namespace asynctidy::coro
