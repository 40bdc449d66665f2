// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Awaitable.h"

#include "coro/PromiseFacts.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SetVector.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// How a function's first parameter takes an argument.
enum class Fit {
  No,
  Yes,
  Generic,     ///< takes everything
  Constrained, ///< a bare template parameter with conditions that can't be told
};

struct Candidate {
  const FunctionDecl *function = nullptr;
  Fit fit = Fit::No;
  bool rvalueOnly = false;
};

const FunctionDecl *asFunction(const NamedDecl *decl) {
  decl = decl->getUnderlyingDecl();
  if (const auto *named = dyn_cast<FunctionTemplateDecl>(decl))
    decl = named->getTemplatedDecl();
  return dyn_cast<FunctionDecl>(decl);
}

bool isConstrained(const FunctionDecl &function, const FunctionTemplateDecl &name) {
  if (name.hasAssociatedConstraints() || function.getTrailingRequiresClause())
    return true;
  // enable_if as a defaulted template or function parameter, or in the return type
  const auto hasDefault = [](const NamedDecl *parameter) {
    const auto *type = dyn_cast<TemplateTypeParmDecl>(parameter);
    const auto *value = dyn_cast<NonTypeTemplateParmDecl>(parameter);
    return (type && type->hasDefaultArgument()) || (value && value->hasDefaultArgument());
  };
  const auto isDefaulted = [](const ParmVarDecl *parameter) {
    return parameter->hasDefaultArg() && parameter->getType()->isDependentType();
  };
  const clang::Type *returned = function.getReturnType().getCanonicalType().getTypePtr();
  return llvm::any_of(*name.getTemplateParameters(), hasDefault) ||
         llvm::any_of(function.parameters(), isDefaulted) ||
         isa<DecltypeType, DependentNameType>(returned);
}

bool isRvalueReference(const FunctionDecl &function, unsigned index) {
  return function.getParamDecl(index)->getType()->isRValueReferenceType();
}

Fit fitType(const Symbols &symbols, const FunctionDecl &function, QualType parameter, TypeRef type,
            const ScopePtr &scope) {
  const FunctionTemplateDecl *name = function.getDescribedFunctionTemplate();
  Deduction deduction = name ? Deduction(*name->getTemplateParameters(), scope) : Deduction();
  deduction.scope = scope;
  parameter = parameter.getNonReferenceType().getUnqualifiedType();
  const auto *bare = dyn_cast<TemplateTypeParmType>(parameter.getCanonicalType().getTypePtr());
  if (name && bare && bare->getDepth() == deduction.depth)
    return isConstrained(function, *name) ? Fit::Constrained : Fit::Generic;
  if (symbols.match(parameter, type, deduction))
    return Fit::Yes;
  // In a pattern the parameter may name the class itself: friend operator co_await(task)
  if (!isa<InjectedClassNameType, RecordType>(parameter.getCanonicalType().getTypePtr()))
    return Fit::No;
  const Class named = symbols.classOf(TypeRef{parameter, scope});
  const Class wanted = symbols.classOf(type);
  return named && named.decl == wanted.decl ? Fit::Yes : Fit::No;
}

/// How \p function, read in \p scope, takes \p type or one of its bases.
Candidate candidate(const Symbols &symbols, const FunctionDecl &function, TypeRef type,
                    const ScopePtr &scope) {
  Candidate result;
  result.function = &function;
  if (function.getNumParams() == 0 || function.getMinRequiredArguments() > 1)
    return result;
  const QualType parameter = function.getParamDecl(0)->getType();
  result.fit = fitType(symbols, function, parameter, type, scope);
  if (result.fit == Fit::No)
    for (const Class &base : symbols.allBases(symbols.classOf(type))) {
      const QualType baseType = symbols.context().getTypeDeclType(base.decl);
      result.fit = fitType(symbols, function, parameter, {baseType, base.scope}, scope);
      if (result.fit != Fit::No)
        break;
    }
  result.rvalueOnly = isRvalueReference(function, 0) && result.fit == Fit::Yes;
  return result;
}

using Namespaces = llvm::SmallSetVector<const DeclContext *, 8>;

/// The namespaces around \p decl that lookup starts from: the innermost one, and for an inline one
/// also the one that it is part of.
void addNamespace(const Decl &decl, Namespaces &found) {
  const DeclContext *context = decl.getDeclContext()->getEnclosingNamespaceContext();
  found.insert(context->getPrimaryContext());
  while (context->isInlineNamespace()) {
    context = context->getParent();
    found.insert(const_cast<DeclContext *>(context)->getPrimaryContext());
  }
}

void addNamespaces(const Symbols &symbols, TypeRef written, Namespaces &found, int depth = 0) {
  const TypeRef type = symbols.resolve(written);
  if (!type || depth > 4)
    return;
  if (type.type->isPointerType() || type.type->isReferenceType())
    return addNamespaces(symbols, {type.type->getPointeeType(), type.scope}, found, depth + 1);
  const Head head = symbols.head(type);
  if (head)
    addNamespace(*head.name, found);
  for (const Argument &argument : head.arguments)
    if (argument.value.getKind() == TemplateArgument::Type)
      addNamespaces(symbols, {argument.value.getAsType(), argument.scope}, found, depth + 1);
  if (const TagDecl *tag = type.type->getAsTagDecl())
    addNamespace(*tag, found);
  for (const Class &base : symbols.allBases(symbols.classOf(type)))
    addNamespace(*base.decl, found);
}

/// Friends that are defined in the class: only argument-dependent lookup sees them.
void addFriends(const Symbols &symbols, const Class &record, TypeRef type,
                std::vector<Candidate> &found) {
  for (const FriendDecl *friendDecl : record.decl->friends()) {
    const NamedDecl *decl = friendDecl->getFriendDecl();
    const FunctionDecl *function = decl ? asFunction(decl) : nullptr;
    if (!function || function->getOverloadedOperator() != OO_Coawait)
      continue;
    Candidate one = candidate(symbols, *function, type, record.scope);
    // Found through this class alone, so its conditions are there to let this class pass.
    if (one.fit == Fit::Constrained)
      one.fit = Fit::Generic;
    found.push_back(one);
  }
}

/// The free operators that take \p type.
std::vector<Candidate> freeCandidates(const Symbols &symbols, TypeRef type) {
  std::vector<Candidate> found;
  Namespaces namespaces;
  addNamespaces(symbols, type, namespaces);
  // Operators at global scope are seen from most code without any lookup by argument.
  namespaces.insert(symbols.context().getTranslationUnitDecl());
  const DeclarationName name = symbols.context().DeclarationNames.getCXXOperatorName(OO_Coawait);
  for (const DeclContext *context : namespaces)
    for (const NamedDecl *decl : context->lookup(name))
      if (const FunctionDecl *function = asFunction(decl))
        found.push_back(candidate(symbols, *function, type, nullptr));
  if (const Class record = symbols.classOf(type)) {
    addFriends(symbols, record, type, found);
    for (const Class &base : symbols.allBases(record))
      addFriends(symbols, base, type, found);
  }
  llvm::erase_if(found, [](const Candidate &one) {
    return one.fit == Fit::No || one.fit == Fit::Constrained || one.function->isDeleted();
  });
  return found;
}

bool isRvalueMember(const Member &member) {
  const auto *method = dyn_cast<CXXMethodDecl>(member.decl);
  return method && method->getRefQualifier() == RQ_RValue;
}

bool canCopy(const Symbols &symbols, TypeRef type) {
  const Class record = symbols.classOf(type);
  if (!record)
    return true;
  bool hasMove = false;
  for (const CXXConstructorDecl *constructor : record.decl->ctors()) {
    if (constructor->isCopyConstructor() && !constructor->isImplicit())
      return !constructor->isDeleted();
    hasMove |= constructor->isMoveConstructor() && !constructor->isImplicit();
  }
  return !hasMove;
}

} // namespace

Awaitable awaitable(const Symbols &symbols, TypeRef type) {
  Awaitable result;
  const Class record = symbols.classOf(type);
  std::vector<bool> rvalueOnly;
  for (const Member &function : symbols.functions(record, OO_Coawait))
    if (!cast<FunctionDecl>(function.decl)->isDeleted()) {
      rvalueOnly.push_back(isRvalueMember(function));
      result.because = because("it has an operator co_await", function.decl);
    }
  for (const Candidate &candidate : freeCandidates(symbols, type)) {
    rvalueOnly.push_back(candidate.rvalueOnly);
    if (!result.because)
      result.because = because("there is an operator co_await for it", candidate.function);
  }
  if (!rvalueOnly.empty()) {
    result.possible = true;
    result.singleUse = llvm::all_of(rvalueOnly, [](bool only) { return only; });
    return result;
  }
  // The awaiter itself is an lvalue when its functions are called: no qualifier limits them.
  result.possible = llvm::all_of(
      std::initializer_list<llvm::StringRef>{"await_ready", "await_suspend", "await_resume"},
      [&](llvm::StringRef name) { return !symbols.functions(record, name).empty(); });
  if (result.possible)
    result.because =
        because("it is an awaiter itself", symbols.functions(record, "await_suspend").front().decl);
  else
    result.because =
        because("it has neither an operator co_await nor the functions of an awaiter", record.decl);
  return result;
}

std::vector<Member> freeAwaitOperators(const Symbols &symbols, TypeRef type) {
  std::vector<Member> result;
  for (const Candidate &function : freeCandidates(symbols, type))
    result.push_back({function.function, Class()});
  return result;
}

Transforms transforms(const Symbols &symbols, const Class &promise, TypeRef type) {
  Transforms result;
  bool allSingle = true;
  std::vector<Member> functions = symbols.functions(promise, "await_transform");
  // `using base::await_transform;` adds the overloads of a dependent base.
  for (const Class &base : symbols.bases(promise))
    for (const Member &inherited : symbols.functions(base, "await_transform"))
      if (llvm::none_of(functions, [&](const Member &one) { return one.decl == inherited.decl; }))
        functions.push_back(inherited);
  for (const Member &member : functions) {
    result.any = true;
    const auto &function = *cast<FunctionDecl>(member.decl);
    const Candidate found = candidate(symbols, function, type, member.owner.scope);
    if (found.fit == Fit::No)
      continue;
    if (function.isDeleted()) {
      result.deleted |= found.fit != Fit::Constrained;
      continue;
    }
    result.takes |= found.fit == Fit::Yes;
    result.generic |= found.fit == Fit::Generic;
    result.open |= found.fit == Fit::Constrained;
    if (found.fit != Fit::Yes)
      continue;
    result.fitting.push_back(member);
    const bool byValue = !function.getParamDecl(0)->getType()->isReferenceType();
    allSingle &= found.rvalueOnly || (byValue && !canCopy(symbols, type));
  }
  result.singleUse = result.takes && !result.generic && allSingle;
  return result;
}

Awaitable awaitable(QualType type, const ASTContext &context) {
  if (type.isNull())
    return {};
  const Symbols symbols(context);
  return awaitable(symbols, TypeRef{type.getNonReferenceType().getUnqualifiedType(), nullptr});
}

bool accepts(const CXXRecordDecl &promise, QualType type, const ASTContext &context) {
  if (type.isNull())
    return false;
  const Symbols symbols(context);
  const TypeRef value{type.getNonReferenceType().getUnqualifiedType(), nullptr};
  const Transforms found = transforms(symbols, symbols.classOf(promise), value);
  if (found.takes)
    return true;
  // A deleted overload for this very type, or for everything, wins over what is only possible.
  if (found.deleted)
    return false;
  return found.generic || ((!found.any || found.open) && awaitable(symbols, value).possible);
}

} // namespace asynctidy::coro
