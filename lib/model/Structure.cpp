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

/// Whether \p definition and its bases have nothing but the awaiter protocol to offer.
bool onlyAwaits(const CXXRecordDecl &definition) {
  if (definition.isPolymorphic() || hasActiveDestructor(definition))
    return false;
  for (const Decl *member : definition.decls())
    if (const CXXMethodDecl *method = methodOf(*member); method && !belongsToAwaiting(*method))
      return false;
  return llvm::all_of(definition.bases(), [](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *record = recordOf(base.getType());
    const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
    return inherited && (base.getAccessSpecifier() == AS_public ? onlyAwaits(*inherited)
                                                                : !hasActiveDestructor(*inherited));
  });
}

/// Whether the class itself or a base says how to await it, rather than a free operator co_await
/// that makes any type awaitable (a duration, a std::future).
bool bringsItsAwaiter(const CXXRecordDecl &definition) {
  auto awaits = [](const Decl *member) {
    const CXXMethodDecl *method = methodOf(*member);
    return method &&
           (method->getOverloadedOperator() == OO_Coawait ||
            (method->getDeclName().isIdentifier() && method->getName() == "await_suspend"));
  };
  return llvm::any_of(definition.decls(), awaits) ||
         llvm::any_of(definition.bases(), [](const CXXBaseSpecifier &base) {
           const CXXRecordDecl *record = recordOf(base.getType());
           const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
           return inherited && bringsItsAwaiter(*inherited);
         });
}

/// Whether awaiting is all that an object of \p record, known to be awaitable, is for, so that one
/// that is dropped was meant to be awaited. Deliberately narrow. An event or a timer that can also
/// be awaited has other methods to use it with; a holder works in its destructor; an interface is
/// awaited through somebody else. None of these is an operation.
bool isOperation(const CXXRecordDecl &record) {
  const CXXRecordDecl *definition = definitionOf(record);
  return definition && !definition->isLambda() && onlyAwaits(*definition) &&
         bringsItsAwaiter(*definition);
}

/// Whether \p definition or a base declares all of \p names, whatever they are.
bool declaresAll(const CXXRecordDecl &definition, llvm::ArrayRef<llvm::StringLiteral> names) {
  IdentifierTable &identifiers = definition.getASTContext().Idents;
  if (llvm::all_of(names, [&](llvm::StringLiteral name) {
        return !definition.lookup(&identifiers.get(name)).empty();
      }))
    return true;
  return llvm::any_of(definition.bases(), [&](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *record = recordOf(base.getType());
    const CXXRecordDecl *inherited = record ? definitionOf(*record) : nullptr;
    return inherited && declaresAll(*inherited, names);
  });
}

/// Whether objects of \p record describe work to connect and start, by the words of
/// std::execution, or those of its drafts.
bool isSender(const CXXRecordDecl &record) {
  const CXXRecordDecl *definition = definitionOf(record);
  return definition && !definition->isLambda() &&
         (declaresAll(*definition, {"sender_concept"}) ||
          declaresAll(*definition, {"value_types", "error_types", "sends_done"}));
}

Role coroutineRole(const coro::CoroutineType &type) {
  if (type.synchronous || (type.generator && !type.awaitable))
    return Role::Value;
  if (type.start == coro::Start::Lazy)
    return Role::Coroutine;
  if (type.start == coro::Start::Eager && type.awaitable)
    return Role::Task;
  return Role::None;
}

} // namespace

Meaning structuralMeaning(const CXXRecordDecl &record, QualType type, const ASTContext &context) {
  Meaning meaning;
  if (std::optional<coro::CoroutineType> coroutine = coro::coroutineType(type, context)) {
    meaning.role = coroutineRole(*coroutine);
    meaning.start = coroutine->start;
    meaning.drop = coroutine->drop;
    meaning.errors = coroutine->errors;
    meaning.awaitable = coroutine->awaitable;
    meaning.singleUse = coroutine->singleUse;
    meaning.generator = coroutine->generator;
    meaning.asyncGenerator = coroutine->asyncGenerator;
    meaning.droppable = meaning.role == Role::Task && meaning.errors != coro::Errors::Stored;
    return meaning;
  }
  coro::Awaitable awaitable = coro::awaitable(type, context);
  meaning.awaitable = awaitable.possible;
  meaning.singleUse = awaitable.singleUse;
  // [[clang::coro_return_type]] tells a coroutine type whose promise is out of sight.
  if (awaitable.possible && (record.hasAttr<CoroReturnTypeAttr>() || isOperation(record)))
    meaning.role = Role::Awaitable;
  if (isSender(record)) {
    meaning.role = Role::Awaitable;
    meaning.start = coro::Start::Lazy;
  }
  return meaning;
}

} // namespace asynctidy::model
