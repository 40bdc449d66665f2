// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Keeping.h"

#include "flow/Callables.h"
#include "flow/Fates.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The member of the function's own object that \p expr names; null for anything else.
const FieldDecl *ownMember(const Expr *expr) {
  const auto *member = dyn_cast_or_null<MemberExpr>(expr ? expr->IgnoreParenImpCasts() : nullptr);
  const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()) ? field : nullptr;
}

/// tasks_.push_back(...): puts something into a standard container, and tells nothing of it.
bool fills(const CXXMethodDecl *method) {
  static constexpr llvm::StringLiteral words[] = {"push_back",     "emplace_back", "push_front",
                                                  "emplace_front", "insert",       "emplace",
                                                  "push",          "reserve"};
  return method && method->getParent()->isInStdNamespace() && method->getIdentifier() &&
         llvm::is_contained(words, method->getName());
}

/// What \p statement puts into a member of its own object, and the member; nothing if it is no such
/// statement.
struct Filling {
  const FieldDecl *member = nullptr;
  llvm::SmallVector<const Expr *, 2> values;
};

Filling fillingIn(const Expr &statement) {
  const Expr *inner = statement.IgnoreUnlessSpelledInSource();
  Filling result;
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(inner); call && fills(call->getMethodDecl())) {
    result.member = ownMember(call->getImplicitObjectArgument());
    result.values.append(call->arg_begin(), call->arg_end());
  } else if (const auto *assign = dyn_cast<CXXOperatorCallExpr>(inner);
             assign && assign->getOperator() == OO_Equal && assign->getNumArgs() == 2) {
    result.member = ownMember(assign->getArg(0));
    result.values.push_back(assign->getArg(1));
  }
  return result;
}

/// Calls \p visit with each expression of \p node that is a whole statement, nested functions
/// apart.
void forEachStatement(const Stmt *node, llvm::function_ref<void(const Expr &)> visit) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *block = dyn_cast<CompoundStmt>(node))
    for (const Stmt *each : block->body())
      if (const auto *expr = dyn_cast<Expr>(each))
        visit(*expr);
  for (const Stmt *child : node->children())
    forEachStatement(child, visit);
}

/// Whether all code that may name private members of \p record is in this translation unit.
bool isWholeHere(const CXXRecordDecl &record, Unit &unit) {
  if (record.hasFriends() || record.isDependentContext() ||
      isa<ClassTemplateSpecializationDecl>(record))
    return false;
  for (const Decl *member : record.decls()) {
    if (isa<FunctionTemplateDecl>(member))
      return false;
    if (const auto *nested = dyn_cast<CXXRecordDecl>(member);
        nested && nested->isThisDeclarationADefinition() && !isWholeHere(*nested, unit))
      return false;
    const auto *method = dyn_cast<CXXMethodDecl>(member);
    bool isWritten = method && !method->isImplicit() && !method->isDeleted() &&
                     !method->isDefaulted() && !method->isPureVirtual();
    if (isWritten && !unit.find(method))
      return false;
  }
  return true;
}

/// Whether no function of the class of \p member does anything with it but to fill it.
bool isOnlyFilled(const FieldDecl &member, Unit &unit) {
  unsigned named = 0;
  unsigned filled = 0;
  for (const Function &function : unit.functions()) {
    if (!member.getParent()->Encloses(function.decl))
      continue;
    if (function.mayLackUses)
      return false;
    if (const auto *constructor = dyn_cast<CXXConstructorDecl>(function.decl))
      for (const CXXCtorInitializer *init : constructor->inits())
        named += namings(init->getInit(), member);
    named += namings(function.body, member);
    forEachStatement(function.body, [&](const Expr &statement) {
      if (fillingIn(statement).member == &member)
        filled += namings(&statement, member) == 1;
    });
  }
  return named == filled;
}

} // namespace

std::vector<Kept> keptUnseen(const Function &function, Unit &unit) {
  std::vector<Kept> result;
  auto isLost = [](const Value &value) {
    return value.fate == Fate::Used && value.callee && !value.holder &&
           losesError(*value.meaning) && value.meaning->drop == coro::Drop::Detaches &&
           !value.calleeFacts->needsNobody() && !value.calleeFacts->detaches;
  };
  if (llvm::none_of(function.values, isLost))
    return result;
  forEachStatement(function.body, [&](const Expr &statement) {
    Filling filling = fillingIn(statement);
    if (!filling.member || filling.member->getAccess() != AS_private ||
        !filling.member->getType()->isRecordType())
      return;
    for (const Value &value : function.values) {
      auto isValue = [&](const Expr *each) { return stripped(each) == value.expr; };
      if (isLost(value) && llvm::any_of(filling.values, isValue) &&
          isWholeHere(*cast<CXXRecordDecl>(filling.member->getParent()), unit) &&
          isOnlyFilled(*filling.member, unit))
        result.push_back({&value, filling.member});
    }
  });
  return result;
}

} // namespace asynctidy::flow
