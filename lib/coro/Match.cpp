// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which written specialisation or parameter a type fits: the part of template argument deduction
// that coroutine libraries need.
#include "coro/Symbols.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

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
                       llvm::ArrayRef<Argument> writtenActuals, Deduction &deduction) const {
  const std::vector<TemplateArgument> patterns = flatten(writtenPatterns);
  const std::vector<Argument> actuals = flatten(writtenActuals);
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].isPackExpansion())
      return true; // takes all that is left
    if (i >= actuals.size() || !matchArgument(patterns[i], actuals[i], deduction))
      return false;
  }
  return patterns.size() == actuals.size();
}

bool Symbols::matchArgument(const TemplateArgument &pattern, Argument actual,
                            Deduction &deduction) const {
  actual = resolve(std::move(actual));
  const auto bind = [&](const NamedDecl *parameter, unsigned parameterDepth, unsigned index) {
    if (parameterDepth != deduction.depth || index >= deduction.found.size())
      return false;
    deduction.found[index] = actual;
    return true;
  };
  switch (pattern.getKind()) {
  case TemplateArgument::Type:
    return actual.value.getKind() == TemplateArgument::Type &&
           match(pattern.getAsType(), {actual.value.getAsType(), actual.scope}, deduction);
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

bool Symbols::match(QualType pattern, TypeRef actual, Deduction &deduction) const {
  pattern = context_.getCanonicalType(pattern);
  if (TypeRef resolved = resolve(actual))
    actual = resolved;
  actual.type = context_.getCanonicalType(actual.type);
  if (const auto *parameter = dyn_cast<TemplateTypeParmType>(pattern.getTypePtr())) {
    if (parameter->getDepth() == deduction.depth &&
        parameter->getIndex() < deduction.found.size()) {
      if (!actual.type.isAtLeastAsQualifiedAs(pattern))
        return false;
      QualType rest = actual.type;
      if (pattern.isConstQualified())
        rest.removeLocalConst();
      std::optional<Argument> &slot = deduction.found[parameter->getIndex()];
      if (slot && slot->value.getKind() == TemplateArgument::Type &&
          context_.getCanonicalType(slot->value.getAsType()) != rest)
        return false;
      slot = Argument{TemplateArgument(rest), actual.scope};
      return true;
    }
    const TypeRef outer = resolve(TypeRef{pattern, deduction.scope});
    if (!outer || outer.type->isDependentType())
      return false;
    pattern = outer.type;
  }
  if (pattern == actual.type && !pattern->isDependentType())
    return true;
  if (pattern.getLocalQualifiers() != actual.type.getLocalQualifiers())
    return false;
  if (pattern->getTypeClass() == actual.type->getTypeClass()) {
    if (isa<PointerType>(pattern.getTypePtr()) || isa<ReferenceType>(pattern.getTypePtr()))
      return match(pattern->getPointeeType(), {actual.type->getPointeeType(), actual.scope},
                   deduction);
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
    return from.name == to.name && matchAll(arguments, to.arguments, deduction);
  // template <template <class...> class F, class... A> struct X<F<A...>>
  const auto *open = dyn_cast<TemplateSpecializationType>(pattern.getTypePtr());
  return open &&
         matchArgument(
             TemplateArgument(open->getTemplateName()),
             {TemplateArgument(TemplateName(const_cast<TemplateDecl *>(to.name))), nullptr},
             deduction) &&
         matchAll(open->template_arguments(), to.arguments, deduction);
}

std::optional<std::vector<Argument>>
Symbols::matchArguments(llvm::ArrayRef<TemplateArgument> written,
                        const TemplateParameterList *parameters,
                        const std::vector<Argument> &arguments) const {
  const Step step(*this);
  if (!step)
    return std::nullopt;
  Deduction deduction;
  if (parameters)
    deduction = Deduction(*parameters);
  if (!matchAll(written, arguments, deduction))
    return std::nullopt;
  std::vector<Argument> found;
  for (const std::optional<Argument> &argument : deduction.found)
    found.push_back(argument.value_or(Argument()));
  return found;
}

std::optional<std::vector<Argument>>
Symbols::matchSpecialization(const ClassTemplateSpecializationDecl &written,
                             const std::vector<Argument> &arguments) const {
  const auto *partial = dyn_cast<ClassTemplatePartialSpecializationDecl>(&written);
  return matchArguments(written.getTemplateArgs().asArray(),
                        partial ? partial->getTemplateParameters() : nullptr, arguments);
}

} // namespace asynctidy::coro
