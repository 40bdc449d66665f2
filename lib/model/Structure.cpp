// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Structure.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::model {
namespace {

/// Declared by the language or needed to await: says nothing of what else a class is for.
bool belongsToAwaiting(const CXXMethodDecl &method) {
  if (method.isStatic() || method.isImplicit() || method.isDeleted() ||
      method.getAccess() != AS_public)
    return true;
  if (isa<CXXConstructorDecl, CXXDestructorDecl>(method))
    return true;
  if (method.getDeclName().isIdentifier())
    return method.getName() == "await_ready" || method.getName() == "await_suspend" ||
           method.getName() == "await_resume";
  return method.getOverloadedOperator() == OO_Coawait || method.getOverloadedOperator() == OO_Equal;
}

/// A destructor that does something: releases, unlinks, cancels.
bool hasActiveDestructor(const CXXRecordDecl &record) {
  const CXXDestructorDecl *destructor = record.getDestructor();
  if (!destructor || !destructor->isUserProvided())
    return false;
  const auto *body = dyn_cast_or_null<CompoundStmt>(destructor->getBody());
  return !body || !body->body_empty();
}

/// The method that \p member declares, or brings in from a base class; null for anything else.
const CXXMethodDecl *methodOf(const Decl &member) {
  const Decl *declared = &member;
  if (const auto *shadow = dyn_cast<UsingShadowDecl>(declared))
    declared = shadow->getTargetDecl();
  return dyn_cast_if_present<CXXMethodDecl>(declared->getAsFunction());
}

/// Templates that nobody instantiated may derive from themselves: template <int N> X : X<N - 1>.
constexpr unsigned deepest = 32;

/// What \p definition or a base of it is for besides being awaited; nothing when that is all.
coro::Reason whatElse(const CXXRecordDecl &definition, unsigned depth = 0) {
  if (definition.isPolymorphic())
    return coro::because("%0 has virtual functions", &definition, &definition);
  if (hasActiveDestructor(definition))
    return coro::because("the destructor of %0 does something", definition.getDestructor(),
                         &definition);
  for (const Decl *member : definition.decls())
    if (const CXXMethodDecl *method = methodOf(*member); method && !belongsToAwaiting(*method))
      return coro::because("it has %0, too", method, method);
  for (const CXXBaseSpecifier &base : definition.bases()) {
    const CXXRecordDecl *record = recordOf(base.getType());
    const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
    if (!inherited || depth > deepest)
      return coro::because("a base class of %0 cannot be seen", &definition, &definition);
    if (base.getAccessSpecifier() == AS_public) {
      if (coro::Reason found = whatElse(*inherited, depth + 1))
        return found;
    } else if (hasActiveDestructor(*inherited)) {
      return coro::because("the destructor of %0 does something", inherited->getDestructor(),
                           inherited);
    }
  }
  return {};
}

/// Whether the class itself or a base says how to await it, rather than a free operator co_await
/// that makes any type awaitable (a duration, a std::future).
bool bringsItsAwaiter(const CXXRecordDecl &definition, unsigned depth = 0) {
  auto awaits = [](const Decl *member) {
    const CXXMethodDecl *method = methodOf(*member);
    return method &&
           (method->getOverloadedOperator() == OO_Coawait ||
            (method->getDeclName().isIdentifier() && method->getName() == "await_suspend"));
  };
  return llvm::any_of(definition.decls(), awaits) ||
         llvm::any_of(definition.bases(), [&](const CXXBaseSpecifier &base) {
           const CXXRecordDecl *record = recordOf(base.getType());
           const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
           return inherited && depth < deepest && bringsItsAwaiter(*inherited, depth + 1);
         });
}

/// Whether awaiting is all that an object of \p record, known to be awaitable, is for, so that one
/// that is dropped was meant to be awaited. Deliberately narrow. An event or a timer that can also
/// be awaited has other methods to use it with; a holder works in its destructor; an interface is
/// awaited through somebody else. None of these is an operation.
coro::Proven<bool> isOperation(const CXXRecordDecl &record) {
  // Tells a coroutine type whose promise is out of sight.
  if (record.hasAttr<CoroReturnTypeAttr>())
    return {true, coro::because("%0 is a [[clang::coro_return_type]]", &record, &record)};
  const CXXRecordDecl *definition = definitionOf(record);
  if (!definition)
    return {false, coro::because("what else %0 is for cannot be seen", &record, &record)};
  if (definition->isLambda())
    return {false, coro::because("it is a lambda", definition)};
  if (coro::Reason found = whatElse(*definition))
    return {false, found};
  if (!bringsItsAwaiter(*definition))
    return {false, coro::because("only a free operator co_await makes it awaitable", definition)};
  return {true, coro::because("awaiting is all that it is for", definition)};
}

/// Whether \p definition or a base declares all of \p names, whatever they are.
bool declaresAll(const CXXRecordDecl &definition, llvm::ArrayRef<llvm::StringLiteral> names,
                 unsigned depth = 0) {
  IdentifierTable &identifiers = definition.getASTContext().Idents;
  if (llvm::all_of(names, [&](llvm::StringLiteral name) {
        return !definition.lookup(&identifiers.get(name)).empty();
      }))
    return true;
  return llvm::any_of(definition.bases(), [&](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *record = recordOf(base.getType());
    const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
    return inherited && depth < deepest && declaresAll(*inherited, names, depth + 1);
  });
}

/// Whether objects of \p record describe work to connect and start, by the words of
/// std::execution, or those of its drafts.
bool isSender(const CXXRecordDecl &record) {
  const CXXRecordDecl *definition = definitionOf(record);
  if (!definition || definition->isLambda())
    return false;
  // The drafts' executors were senders, too; an executor is kept and asked, not started.
  return declaresAll(*definition, {"sender_concept"}) ||
         (declaresAll(*definition, {"value_types", "error_types", "sends_done"}) &&
          !declaresAll(*definition, {"execute"}));
}

coro::Proven<Role> coroutineRole(const coro::CoroutineType &type) {
  if (type.synchronous)
    return {Role::Value, {"its coroutines never wait for anything that comes later"}};
  if (type.generator && !type.awaitable)
    return {Role::Value, {"a generator that nobody can await"}};
  switch (type.start) {
  case coro::Start::Lazy:
    return {Role::Coroutine, {"nothing runs until somebody awaits or resumes it"}};
  case coro::Start::Eager:
    if (type.awaitable)
      return {Role::Task, {"the call starts the work, and this is the handle to await it"}};
    return {Role::None, {"the call starts the work, and nobody can observe it through this"}};
  case coro::Start::Unknown:
    break;
  }
  return {Role::None, {"when it starts is not known"}};
}

/// What the structure of coroutines that return the type says.
Meaning coroutineMeaning(const coro::CoroutineType &coroutine, Bases &bases) {
  const coro::Proven<Role> role = coroutineRole(coroutine);
  Meaning meaning;
  meaning.role = role.value;
  meaning.start = coroutine.start;
  meaning.drop = coroutine.drop;
  meaning.errors = coroutine.errors;
  meaning.awaitable = coroutine.awaitable;
  meaning.singleUse = coroutine.singleUse;
  meaning.generator = coroutine.generator;
  meaning.asyncGenerator = coroutine.asyncGenerator;
  meaning.droppable = meaning.role == Role::Task && meaning.errors != coro::Errors::Stored;
  const coro::CoroutineType::Reasons &why = coroutine.because;
  bases.role.because = role.because;
  bases.start.because = why.start;
  bases.drop.because = why.drop;
  bases.errors.because = why.errors;
  bases.awaitable.because = why.awaitable;
  bases.singleUse.because = why.singleUse;
  if (meaning.droppable)
    bases.droppable.because = {"no error is kept in it that anybody could miss"};
  return meaning;
}

} // namespace

Meaning structuralMeaning(const CXXRecordDecl &record, QualType type, const ASTContext &context,
                          Bases &bases) {
  if (std::optional<coro::CoroutineType> coroutine = coro::coroutineType(type, context))
    return coroutineMeaning(*coroutine, bases);
  Meaning meaning;
  const coro::Awaitable awaitable = coro::awaitable(type, context);
  meaning.awaitable = awaitable.possible;
  meaning.singleUse = awaitable.singleUse;
  bases.awaitable.because = awaitable.because;
  if (awaitable.singleUse)
    bases.singleUse.because = {"operator co_await takes an rvalue only", nullptr,
                               awaitable.because.place};
  if (awaitable.possible) {
    const coro::Proven<bool> operation = isOperation(record);
    if (operation.value)
      meaning.role = Role::Awaitable;
    bases.role.because = operation.because;
  }
  if (isSender(record)) {
    meaning.role = Role::Awaitable;
    meaning.start = coro::Start::Lazy;
    bases.role.because = coro::because("%0 is a sender", &record, &record);
    bases.start.because = coro::because("a sender is work to connect and start", &record);
  }
  return meaning;
}

} // namespace asynctidy::model
