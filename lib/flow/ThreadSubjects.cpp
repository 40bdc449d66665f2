// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ThreadSubjects.h"

#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {

std::optional<Taken> ThreadSubjects::takenBy(const Expr *source, QualType type) const {
  QualType object = type->isPointerType() ? type->getPointeeType() : type;
  if (!source || isMadeForThreads(object, unit_))
    return std::nullopt;
  std::optional<ThreadOwned> owned = threadOwned(*source, unit_);
  return owned ? std::optional(Taken{*owned, source->getBeginLoc()}) : std::nullopt;
}

void ThreadSubjects::declared(const VarDecl &variable) {
  if (!variable.hasLocalStorage())
    return;
  QualType type = variable.getType();
  if (type->isReferenceType() || type->isPointerType()) {
    if (std::optional<Taken> taken = takenBy(variable.getInit(), type)) {
      ThreadSubject &subject = subjects_[&variable];
      subject.isPointer = type->isPointerType();
      subject.initial = taken;
    }
  } else if (const VarDecl *restored = restoredByGuard(type, unit_)) {
    ThreadSubject &subject = subjects_[&variable];
    subject.isGuard = true;
    subject.initial = Taken{{restored}, variable.getBeginLoc()};
  }
}

void ThreadSubjects::assigned(const BinaryOperator &node) {
  const auto *left = dyn_cast<DeclRefExpr>(node.getLHS()->IgnoreParens());
  const auto *variable = left ? dyn_cast<VarDecl>(left->getDecl()) : nullptr;
  if (!variable || !variable->hasLocalStorage() || !variable->getType()->isPointerType())
    return;
  if (std::optional<Taken> taken = takenBy(node.getRHS(), variable->getType())) {
    ThreadSubject &subject = subjects_[variable];
    subject.isPointer = true;
    subject.assigned.try_emplace(left, *taken);
  }
}

/// for (auto &each : thread_local_objects)
void ThreadSubjects::loop(const CXXForRangeStmt &node) {
  const VarDecl *variable = node.getLoopVariable();
  if (!variable || !variable->getType()->isReferenceType())
    return;
  const CXXRecordDecl *range = node.getRangeInit()->getType()->getAsCXXRecordDecl();
  bool holdsElements = node.getRangeInit()->getType()->isArrayType() ||
                       (range && range->isInStdNamespace() && range->getIdentifier() &&
                        range->getName() != "span" && range->getName() != "basic_string_view");
  if (!holdsElements)
    return;
  if (std::optional<Taken> taken = takenBy(node.getRangeInit(), variable->getType()))
    subjects_[variable].initial = taken;
}

void ThreadSubjects::collect(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *declaration = dyn_cast<DeclStmt>(node)) {
    for (const Decl *each : declaration->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each))
        declared(*variable);
  } else if (const auto *binary = dyn_cast<BinaryOperator>(node)) {
    if (binary->getOpcode() == BO_Assign)
      assigned(*binary);
  } else if (const auto *each = dyn_cast<CXXForRangeStmt>(node)) {
    loop(*each);
  } else if (const auto *element = dyn_cast<ArraySubscriptExpr>(node)) {
    if (const auto *base = dyn_cast<DeclRefExpr>(element->getBase()->IgnoreParenImpCasts()))
      subscripted_.insert(base->getLocation());
  }
  for (const Stmt *child : node->children())
    collect(child);
}

} // namespace asynctidy::flow
