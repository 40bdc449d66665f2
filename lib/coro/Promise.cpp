// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which promise belongs to a type: T::promise_type, or a specialisation of coroutine_traits.
#include "coro/PromiseFacts.h"

using namespace clang;

namespace asynctidy::coro {
namespace {

/// std::coroutine_traits and std::experimental::coroutine_traits, as far as they are declared.
std::vector<const ClassTemplateDecl *> traitTemplates(const ASTContext &context) {
  std::vector<const ClassTemplateDecl *> result;
  const auto collect = [&](const DeclContext &scope) {
    for (const NamedDecl *found : scope.lookup(&context.Idents.get("coroutine_traits")))
      if (const auto *name = dyn_cast<ClassTemplateDecl>(found))
        result.push_back(name);
  };
  const auto namespaces = [&](const DeclContext &scope, llvm::StringRef name, auto then) {
    for (const NamedDecl *found : scope.lookup(&context.Idents.get(name)))
      if (const auto *space = dyn_cast<NamespaceDecl>(found))
        then(*space);
  };
  namespaces(*context.getTranslationUnitDecl(), "std", [&](const NamespaceDecl &space) {
    collect(space);
    namespaces(space, "experimental", collect);
  });
  return result;
}

/// How well a specialisation's arguments fit coroutines that return \p type: 0 for not at all, 1
/// for some parameter lists, 2 for any parameter list.
int fit(const Symbols &symbols, const ClassTemplateSpecializationDecl &written, TypeRef type,
        Deduction &deduction) {
  std::vector<TemplateArgument> arguments;
  for (const TemplateArgument &argument : written.getTemplateArgs().asArray())
    if (argument.getKind() == TemplateArgument::Pack)
      arguments.insert(arguments.end(), argument.pack_begin(), argument.pack_end());
    else
      arguments.push_back(argument);
  if (arguments.empty() || arguments[0].getKind() != TemplateArgument::Type ||
      // A bare parameter would fit every type; what it stands for is said in its constraints.
      isa<TemplateTypeParmType>(arguments[0].getAsType().getCanonicalType().getTypePtr()) ||
      !symbols.match(arguments[0].getAsType(), type, deduction))
    return 0;
  return arguments.size() == 2 && arguments[1].isPackExpansion() ? 2 : 1;
}

Class promiseFromTraits(const Symbols &symbols, TypeRef type) {
  int best = 0;
  Class promise;
  const auto consider = [&](const ClassTemplateSpecializationDecl &written, Deduction deduction) {
    const int found = fit(symbols, written, type, deduction);
    const CXXRecordDecl *definition = found > best ? written.getDefinition() : nullptr;
    if (!definition)
      return;
    auto scope = std::make_shared<Scope>();
    scope->levels.emplace_back();
    for (const std::optional<Argument> &argument : deduction.found)
      scope->levels.back().push_back(argument.value_or(Argument()));
    const Class traits{definition, deduction.found.empty() ? nullptr : scope};
    if (Class record = symbols.classOf(symbols.memberType(traits, "promise_type"))) {
      best = found;
      promise = std::move(record);
    }
  };
  for (const ClassTemplateDecl *name : traitTemplates(symbols.context())) {
    llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 8> partials;
    const_cast<ClassTemplateDecl *>(name)->getPartialSpecializations(partials);
    for (const ClassTemplatePartialSpecializationDecl *partial : partials)
      consider(*partial, Deduction(*partial->getTemplateParameters()));
    for (const ClassTemplateSpecializationDecl *written : name->specializations())
      if (written->isExplicitSpecialization())
        consider(*written, Deduction());
  }
  return promise;
}

} // namespace

Class promiseClass(const Symbols &symbols, TypeRef type) {
  const Class record = symbols.classOf(type);
  if (!record || isStd(record.decl, "coroutine_traits"))
    return {};
  Class promise = promiseFromTraits(symbols, type);
  if (!promise)
    promise = symbols.classOf(symbols.memberType(record, "promise_type"));
  if (promise.decl == record.decl)
    return {}; // a promise class, which finds its own name in itself
  // Futures have a promise_type of another kind. A base class that can't be read may say more.
  bool complete = true;
  for (const Class &base : symbols.bases(promise, &complete))
    symbols.bases(base, &complete);
  const bool isPromise = !symbols.functions(promise, "get_return_object").empty();
  return isPromise || !complete ? promise : Class();
}

} // namespace asynctidy::coro
