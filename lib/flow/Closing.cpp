// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Closing.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Words.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Calls \p visit with each block of \p node, nested functions apart.
void forEachBlock(const Stmt *node, llvm::function_ref<void(const CompoundStmt &)> visit) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *block = dyn_cast<CompoundStmt>(node))
    visit(*block);
  for (const Stmt *child : node->children())
    forEachBlock(child, visit);
}

bool declares(const CompoundStmt &block, const VarDecl &variable) {
  return llvm::any_of(block.body(), [&](const Stmt *each) {
    const auto *declaration = dyn_cast<DeclStmt>(each);
    return declaration && llvm::is_contained(declaration->decls(), &variable);
  });
}

const VarDecl *localOf(const Expr *expr) {
  const auto *reference = dyn_cast_or_null<DeclRefExpr>(stripped(expr));
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() ? variable : nullptr;
}

/// The variable that the whole statement \p expr gives back; null when it does something else.
const VarDecl *givenBack(const Expr *expr, model::Knowledge &knowledge) {
  expr = expr->IgnoreImplicit();
  if (const auto *destruction = dyn_cast<CXXDeleteExpr>(expr))
    return localOf(destruction->getArgument());
  const Expr *awaited = coro::writtenOperand(*expr);
  const auto *call =
      dyn_cast<CXXMemberCallExpr>((awaited ? awaited : expr)->IgnoreUnlessSpelledInSource());
  if (!call || !call->getMethodDecl())
    return nullptr;
  bool byName = awaited && call->getNumArgs() == 0 && saysThatItGivesBack(*call->getMethodDecl());
  if (!byName && !closes(*call->getMethodDecl(), knowledge, /*byName=*/false))
    return nullptr;
  return localOf(call->getImplicitObjectArgument());
}

/// What the function has got from a call, and is its own.
bool isOwn(const VarDecl &variable, const Function &function) {
  if (isa<ParmVarDecl>(variable))
    return function.isCoroutine && isTakenOver(variable.getType());
  if (variable.getType()->isReferenceType() || !variable.getInit())
    return false;
  const Expr *init = stripped(variable.getInit());
  return init && isa<CallExpr, CXXNewExpr, CoroutineSuspendExpr>(init);
}

} // namespace

bool closes(const CXXMethodDecl &method, model::Knowledge &knowledge, bool byName) {
  return knowledge.function(method).does == model::Does::Closes || (byName && mayGiveBack(method));
}

bool isTakenOver(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (record->needsImplicitCopyConstructor())
    return record->defaultedCopyConstructorIsDeleted() ||
           record->hasUserDeclaredMoveConstructor() || record->hasUserDeclaredMoveAssignment();
  return llvm::none_of(record->ctors(), [](const CXXConstructorDecl *each) {
    return each->isCopyConstructor() && !each->isDeleted();
  });
}

const Expr *limitedClosing(const Expr &operand, const ValueDecl &object,
                           model::Knowledge &knowledge) {
  const auto *limit = dyn_cast_or_null<CallExpr>(stripped(&operand));
  std::optional<unsigned> bounds = limit ? knowledge.call(*limit).bounds : std::nullopt;
  if (!bounds || *bounds >= limit->getNumArgs())
    return nullptr;
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(stripped(limit->getArg(*bounds)));
  if (!call || !call->getMethodDecl() ||
      !closes(*call->getMethodDecl(), knowledge, /*byName=*/false))
    return nullptr;
  const auto *reference =
      dyn_cast_or_null<DeclRefExpr>(stripped(call->getImplicitObjectArgument()));
  return reference && reference->getDecl() == &object ? call : nullptr;
}

const CXXMethodDecl *closingMethod(QualType type, model::Knowledge &knowledge) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return nullptr;
  const CXXMethodDecl *found = nullptr;
  for (const CXXMethodDecl *each : record->methods())
    if (each->getMinRequiredArguments() == 0 && !each->isStatic() &&
        closes(*each, knowledge, /*byName=*/false) && (!found || saysThatItCloses(nameOf(*each))))
      found = each;
  return found;
}

const CompoundStmt *blockOf(const ValueDecl &object, const Stmt &body) {
  const auto *binding = dyn_cast<BindingDecl>(&object);
  const auto *variable =
      dyn_cast_or_null<VarDecl>(binding ? binding->getDecomposedDecl() : &object);
  if (!variable || isa<ParmVarDecl>(variable))
    return variable ? dyn_cast<CompoundStmt>(&body) : nullptr;
  const CompoundStmt *found = nullptr;
  forEachBlock(&body, [&](const CompoundStmt &block) {
    if (!found && declares(block, *variable))
      found = &block;
  });
  return found;
}

std::vector<Closing> closedAtTheEnd(const Function &function, model::Knowledge &knowledge) {
  std::vector<Closing> result;
  if (!function.isCoroutine || !function.body)
    return result;
  forEachBlock(function.body, [&](const CompoundStmt &block) {
    for (const Stmt *each : block.body()) {
      const auto *expr = dyn_cast<Expr>(each);
      const VarDecl *object = expr ? givenBack(expr, knowledge) : nullptr;
      if (!object || knowledge.type(object->getType()).mustClose || !isOwn(*object, function))
        continue;
      bool isHere = isa<ParmVarDecl>(object) ? &block == function.body : declares(block, *object);
      bool isOpened = llvm::any_of(function.calls, [&](const Call &call) {
        return call.object == object && mayOpen(*call.callee);
      });
      if (isHere && !isOpened)
        result.push_back({object, expr});
    }
  });
  return result;
}

} // namespace asynctidy::flow
