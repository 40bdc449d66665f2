// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which written specialisation or parameter a type fits: the part of template argument deduction
// that coroutine libraries need.
#include "coro/Symbols.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

using Deduced = std::vector<std::optional<Argument>>;

/// Packs of the actual arguments spread out, as a specialisation's own arguments are written.
std::vector<Argument> flatten(llvm::ArrayRef<Argument> arguments) {
  std::vector<Argument> flat;
  for (const Argument &argument : arguments) {
    if (argument.value.getKind() != TemplateArgument::Pack) {
      flat.push_back(argument);
      continue;
    }
    for (const TemplateArgument &element : argument.value.pack_elements())
      flat.push_back({element, argument.scope});
  }
  return flat;
}

std::vector<TemplateArgument> flatten(llvm::ArrayRef<TemplateArgument> arguments) {
  std::vector<TemplateArgument> flat;
  for (const TemplateArgument &argument : arguments)
    if (argument.getKind() == TemplateArgument::Pack)
      flat.insert(flat.end(), argument.pack_begin(), argument.pack_end());
    else
      flat.push_back(argument);
  return flat;
}

bool isOpen(const TemplateArgument &argument) { return argument.isDependent(); }

} // namespace

bool Symbols::matchAll(llvm::ArrayRef<TemplateArgument> writtenPatterns,
                       llvm::ArrayRef<Argument> writtenActuals, unsigned depth,
                       Deduced &deduced) const {
  const std::vector<TemplateArgument> patterns = flatten(writtenPatterns);
  const std::vector<Argument> actuals = flatten(writtenActuals);
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].isPackExpansion())
      return true; // takes all that is left
    if (i >= actuals.size() || !matchArgument(patterns[i], actuals[i], depth, deduced))
      return false;
  }
  return patterns.size() == actuals.size();
}

bool Symbols::matchArgument(const TemplateArgument &pattern, Argument actual, unsigned depth,
                            Deduced &deduced) const {
  actual = resolve(std::move(actual));
  const auto bind = [&](const NamedDecl *parameter, unsigned parameterDepth, unsigned index) {
    if (parameterDepth != depth || index >= deduced.size())
      return false;
    deduced[index] = actual;
    return true;
  };
  switch (pattern.getKind()) {
  case TemplateArgument::Type:
    return actual.value.getKind() == TemplateArgument::Type &&
           match(pattern.getAsType(), {actual.value.getAsType(), actual.scope}, depth, deduced);
  case TemplateArgument::Template: {
    const TemplateDecl *name = pattern.getAsTemplate().getAsTemplateDecl();
    if (actual.value.getKind() != TemplateArgument::Template || !name)
      return false;
    if (const auto *parameter = dyn_cast<TemplateTemplateParmDecl>(name))
      if (bind(parameter, parameter->getDepth(), parameter->getIndex()))
        return true;
    const TemplateDecl *other = actual.value.getAsTemplate().getAsTemplateDecl();
    return other && other->getCanonicalDecl() == name->getCanonicalDecl();
  }
  case TemplateArgument::Expression: {
    const auto *name = dyn_cast<DeclRefExpr>(pattern.getAsExpr()->IgnoreParenCasts());
    const auto *parameter = name ? dyn_cast<NonTypeTemplateParmDecl>(name->getDecl()) : nullptr;
    return parameter && bind(parameter, parameter->getDepth(), parameter->getIndex());
  }
  case TemplateArgument::Integral:
    return actual.value.getKind() == TemplateArgument::Integral &&
           llvm::APSInt::isSameValue(pattern.getAsIntegral(), actual.value.getAsIntegral());
  default:
    return !isOpen(actual.value) && pattern.structurallyEquals(actual.value);
  }
}

bool Symbols::match(QualType pattern, TypeRef actual, unsigned depth, Deduced &deduced) const {
  pattern = context_.getCanonicalType(pattern);
  if (TypeRef resolved = resolve(actual))
    actual = resolved;
  actual.type = context_.getCanonicalType(actual.type);
  if (const auto *parameter = dyn_cast<TemplateTypeParmType>(pattern.getTypePtr())) {
    if (parameter->getDepth() == depth && parameter->getIndex() < deduced.size()) {
      if (!actual.type.isAtLeastAsQualifiedAs(pattern))
        return false;
      QualType rest = actual.type;
      if (pattern.isConstQualified())
        rest.removeLocalConst();
      std::optional<Argument> &slot = deduced[parameter->getIndex()];
      if (slot && slot->value.getKind() == TemplateArgument::Type &&
          context_.getCanonicalType(slot->value.getAsType()) != rest)
        return false;
      slot = Argument{TemplateArgument(rest), actual.scope};
      return true;
    }
  }
  if (pattern == actual.type && !pattern->isDependentType())
    return true;
  if (pattern.getLocalQualifiers() != actual.type.getLocalQualifiers())
    return false;
  if (pattern->getTypeClass() == actual.type->getTypeClass()) {
    if (isa<PointerType>(pattern.getTypePtr()) || isa<ReferenceType>(pattern.getTypePtr()))
      return match(pattern->getPointeeType(), {actual.type->getPointeeType(), actual.scope}, depth,
                   deduced);
  }
  if (pattern->isReferenceType() || actual.type->isReferenceType())
    return false;
  const Head from = head({pattern, nullptr});
  const Head to = head(actual);
  if (!to)
    return false;
  std::vector<TemplateArgument> arguments;
  for (const Argument &argument : from.arguments)
    arguments.push_back(argument.value);
  if (from)
    return from.name == to.name && matchAll(arguments, to.arguments, depth, deduced);
  // template <template <class...> class F, class... A> struct X<F<A...>>
  const auto *open = dyn_cast<TemplateSpecializationType>(pattern.getTypePtr());
  return open &&
         matchArgument(
             TemplateArgument(open->getTemplateName()),
             {TemplateArgument(TemplateName(const_cast<TemplateDecl *>(to.name))), nullptr}, depth,
             deduced) &&
         matchAll(open->template_arguments(), to.arguments, depth, deduced);
}

bool Symbols::matchSpecialization(llvm::ArrayRef<TemplateArgument> patterns,
                                  const std::vector<Argument> &arguments, unsigned depth,
                                  unsigned count, std::vector<Argument> &result) const {
  Deduced deduced(count);
  if (!matchAll(patterns, arguments, depth, deduced))
    return false;
  for (std::optional<Argument> &argument : deduced)
    result.push_back(argument ? *argument : Argument());
  return true;
}

} // namespace asynctidy::coro
