// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Knowledge.h"

#include "model/Attributes.h"
#include "model/Structure.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::model {
namespace {

bool isCopyOrMove(const FunctionDecl &function) {
  const auto *constructor = dyn_cast<CXXConstructorDecl>(&function);
  return constructor && constructor->isCopyOrMoveConstructor();
}

/// Whether facts that hold for \p overloads hold for \p function. Copying or moving a guard takes
/// no lock, copying or moving a stream opens no file: constructors never mean those.
bool covers(const Overloads &overloads, const FunctionDecl &function) {
  if (isCopyOrMove(function) || function.getNumParams() < overloads.parameters)
    return false;
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function);
      overloads.rvalue && !(method && method->getRefQualifier() == RQ_RValue))
    return false;
  return llvm::none_of(function.parameters(), [&](const ParmVarDecl *parameter) {
    const CXXRecordDecl *record = recordOf(parameter->getType());
    return record && !overloads.without.empty() &&
           llvm::is_contained(overloads.without, qualifiedName(*record));
  });
}

/// What the models say under the name of \p function.
const FunctionFacts *modelled(const FunctionDecl &function, const Store &store) {
  std::string last = lastComponent(function);
  if (!store.mayKnow(last))
    return nullptr;
  const FunctionFacts *facts = store.function(qualifiedName(function));
  if (!facts && function.isExternC())
    facts = store.cFunction(last);
  return facts && covers(facts->overloads, function) ? facts : nullptr;
}

/// What the models say of functions that are given what \p function is given.
std::optional<FunctionFacts> byParameter(const FunctionDecl &function, const Store &store) {
  for (const ParmVarDecl *parameter : function.parameters()) {
    QualType type = parameter->getType().getNonReferenceType();
    const CXXRecordDecl *record = recordOf(type->isPointerType() ? type->getPointeeType() : type);
    if (!record || !record->getIdentifier() || !store.mayKnow(record->getName()))
      continue;
    const TypeFacts *known = store.type(qualifiedName(*record));
    const CXXRecordDecl *returned = recordOf(function.getReturnType());
    if (!known || !known->given || !returned || qualifiedName(*returned) != known->given->returning)
      continue;
    FunctionFacts facts;
    facts.blocks = known->given->blocks;
    facts.instead = known->given->instead;
    facts.why = known->why;
    facts.proof = known->proof;
    return facts;
  }
  return std::nullopt;
}

/// The object or first argument of \p call.
const Expr *subject(const Expr &call) {
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call))
    return member->getImplicitObjectArgument();
  if (const auto *plain = dyn_cast<CallExpr>(&call))
    return plain->getNumArgs() ? plain->getArg(0) : nullptr;
  if (const auto *construct = dyn_cast<CXXConstructExpr>(&call))
    return construct->getNumArgs() ? construct->getArg(0) : nullptr;
  return nullptr;
}

const FunctionDecl *calleeOf(const Expr &call) {
  if (const auto *plain = dyn_cast<CallExpr>(&call))
    return plain->getDirectCallee();
  if (const auto *construct = dyn_cast<CXXConstructExpr>(&call))
    return construct->getConstructor();
  return nullptr;
}

/// The variable that \p expr names; null when it is anything else.
const VarDecl *variableOf(const Expr *expr) {
  const auto *reference = expr ? dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts()) : nullptr;
  return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
}

/// Whether \p call surely lacks the flags with which it would return at once.
bool surelyWaits(const Expr &call, const NoWait &nowait, const ASTContext &context) {
  const auto *plain = dyn_cast<CallExpr>(&call);
  if (!plain || plain->getNumArgs() == 0)
    return false;
  unsigned last = plain->getNumArgs() - 1;
  unsigned index = nowait.argument < 0 ? last : static_cast<unsigned>(nowait.argument);
  if (index > last)
    return false;
  const Expr *flags = plain->getArg(index);
  Expr::EvalResult value;
  return !flags->isValueDependent() && !flags->containsErrors() &&
         flags->EvaluateAsInt(value, context) &&
         (value.Val.getInt().getExtValue() & nowait.flags) == 0;
}

bool holdsFor(const Expr &call, const FunctionFacts &facts, const ASTContext &context) {
  const VarDecl *variable = variableOf(subject(call));
  if (!facts.on.empty() && !(variable && llvm::is_contained(facts.on, qualifiedName(*variable))))
    return false;
  return !facts.nowait || surelyWaits(call, *facts.nowait, context);
}

/// The lock() of the mutex that \p call makes a standard guard of; null for anything else.
const CXXMethodDecl *lockedByGuard(const Expr &call) {
  const auto *construct = dyn_cast<CXXConstructExpr>(&call);
  const auto *guard =
      construct
          ? dyn_cast<ClassTemplateSpecializationDecl>(construct->getConstructor()->getParent())
          : nullptr;
  if (!guard || !guard->isInStdNamespace() || guard->getTemplateArgs().size() == 0)
    return nullptr;
  TemplateArgument mutex = guard->getTemplateArgs()[0];
  if (mutex.getKind() == TemplateArgument::Pack && mutex.pack_size() == 1)
    mutex = *mutex.pack_begin(); // std::scoped_lock<Mutex>
  const CXXRecordDecl *record =
      mutex.getKind() == TemplateArgument::Type ? recordOf(mutex.getAsType()) : nullptr;
  const CXXRecordDecl *definition = record ? definitionOf(*record) : nullptr;
  if (!definition)
    return nullptr;
  for (const CXXMethodDecl *method : definition->methods())
    if (method->getDeclName().isIdentifier() && method->getName() == "lock")
      return method;
  return nullptr;
}

const FunctionFacts noFacts;

} // namespace

Knowledge::Knowledge(const ASTContext &context, std::shared_ptr<const Store> store)
    : context_(context), store_(std::move(store)) {}

const FunctionFacts *Knowledge::find(const FunctionDecl &function) {
  const FunctionDecl *key = function.getCanonicalDecl();
  if (auto known = functions_.find(key); known != functions_.end())
    return known->second.get();
  std::unique_ptr<FunctionFacts> facts;
  if (std::optional<FunctionFacts> computed = compute(function))
    facts = std::make_unique<FunctionFacts>(std::move(*computed));
  return (functions_[key] = std::move(facts)).get();
}

std::optional<FunctionFacts> Knowledge::compute(const FunctionDecl &function) {
  FunctionFacts facts;
  const FunctionFacts *known = modelled(function, *store_);
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function); constructor && !known)
    if (CXXConstructorDecl *inherited = constructor->getInheritedConstructor().getConstructor())
      known = find(*inherited);
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function))
    for (const CXXMethodDecl *overridden : method->overridden_methods())
      known = known ? known : find(*overridden);
  if (known)
    facts = *known;
  else if (std::optional<FunctionFacts> given = byParameter(function, *store_))
    facts = std::move(*given);
  bool annotated = applyAttributes(function, facts);
  return annotated || !facts.why.empty() ? std::optional(std::move(facts)) : std::nullopt;
}

const FunctionFacts &Knowledge::function(const FunctionDecl &function) {
  const FunctionFacts *facts = find(function);
  return facts && !facts->dependOnCall() ? *facts : noFacts;
}

const FunctionFacts &Knowledge::call(const Expr &call) {
  const FunctionDecl *callee = calleeOf(call);
  const FunctionFacts *facts = callee ? find(*callee) : nullptr;
  if (!facts || (facts->dependOnCall() && !holdsFor(call, *facts, context_)))
    return noFacts;
  // A guard blocks as its mutex does.
  if (facts->blocks == Blocking::Lock)
    if (const CXXMethodDecl *lock = lockedByGuard(call); lock && function(*lock).nonblocking)
      return noFacts;
  return *facts;
}

} // namespace asynctidy::model
