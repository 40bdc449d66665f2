// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Locks.h"

#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Lockable: void lock(), void unlock() and bool try_lock(). What is awaited returns something.
bool isLockable(const CXXRecordDecl &record) {
  bool locks = false;
  bool unlocks = false;
  bool tries = false;
  for (const CXXMethodDecl *method : record.methods()) {
    if (method->getNumParams() != 0 || method->getAccess() != AS_public || !method->getIdentifier())
      continue;
    locks |= method->getName() == "lock" && method->getReturnType()->isVoidType();
    unlocks |= method->getName() == "unlock" && method->getReturnType()->isVoidType();
    tries |= method->getName() == "try_lock" && method->getReturnType()->isBooleanType();
  }
  return locks && unlocks && tries;
}

bool isMutex(QualType type, Unit &unit) {
  type = type.getNonReferenceType();
  if (type->isPointerType())
    type = type->getPointeeType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() &&
         (unit.knowledge().type(type).role == model::Role::Lock || isLockable(*record));
}

/// Whether \p function does \p word to a mutex among the members of its class.
bool does(LockWord word, const FunctionDecl *declaration, Unit &unit) {
  const Function *function = unit.find(declaration);
  return function && llvm::any_of(function->calls, [&](const Call &call) {
           const auto *member = dyn_cast_or_null<FieldDecl>(call.object);
           const auto *mutex = dyn_cast_or_null<ParmVarDecl>(call.object);
           return lockWordOf(call.callee) == word && (member || mutex) &&
                  isMutex(call.object->getType(), unit);
         });
}

bool isGuard(const CXXRecordDecl &record, Unit &unit) {
  const CXXDestructorDecl *destructor = record.getDestructor();
  return destructor && destructor->isUserProvided() && does(LockWord::Unlock, destructor, unit) &&
         llvm::any_of(record.ctors(), [&](const CXXConstructorDecl *each) {
           return does(LockWord::Lock, each, unit);
         });
}

/// std::unique_lock over a mutex that has no lock() to block in: it is awaited.
bool isGuardOfAwaitedMutex(const CXXRecordDecl &record) {
  const auto *guard = dyn_cast<ClassTemplateSpecializationDecl>(&record);
  if (!guard || !guard->isInStdNamespace() || guard->getTemplateArgs().size() == 0 ||
      guard->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return false;
  const CXXRecordDecl *mutex = guard->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  return mutex && mutex->hasDefinition() && !mutex->isInStdNamespace() &&
         llvm::none_of(mutex->methods(), [](const CXXMethodDecl *method) {
           return method->getIdentifier() && method->getName().starts_with("lock") &&
                  method->getReturnType()->isVoidType();
         });
}

} // namespace

LockWord lockWordOf(const FunctionDecl *callee) {
  if (!callee || !callee->getIdentifier())
    return LockWord::None;
  return llvm::StringSwitch<LockWord>(callee->getName())
      .Cases("lock", "lock_shared", LockWord::Lock)
      .Cases("unlock", "unlock_shared", LockWord::Unlock)
      .Case("release", LockWord::Release)
      .Default(LockWord::None);
}

bool locksInInitialiser(const VarDecl &variable) {
  const Expr *init = variable.getInit();
  if (!init || variable.getType()->isReferenceType())
    return false;
  const auto *construct = dyn_cast<CXXConstructExpr>(init->IgnoreImplicit());
  if (!construct)
    return isa<CallExpr>(init->IgnoreImplicit());
  if (construct->getNumArgs() == 0)
    return false;
  for (const Expr *argument : construct->arguments())
    if (const CXXRecordDecl *tag = argument->getType()->getAsCXXRecordDecl();
        tag && tag->getIdentifier() && tag->getName() == "defer_lock_t")
      return false;
  return true;
}

bool isBlockingLock(QualType type, Unit &unit) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  model::Role role = unit.knowledge().type(type).role;
  if (role != model::Role::None)
    return role == model::Role::Lock && !(record && isGuardOfAwaitedMutex(*record));
  return record && record->hasDefinition() && (isLockable(*record) || isGuard(*record, unit));
}

} // namespace asynctidy::flow
