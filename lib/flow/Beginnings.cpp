// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Beginnings.h"

#include "flow/Callables.h"
#include "flow/Settled.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether a loop in \p node has both \p place and one of \p suspensions in it, so that the second
/// round comes after a suspension.
bool comesAgain(const Stmt *node, const Expr &place, llvm::ArrayRef<const Expr *> suspensions) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(node) && contains(node, place) &&
      llvm::any_of(suspensions, [&](const Expr *each) { return contains(node, *each); }))
    return true;
  return llvm::any_of(node->children(),
                      [&](const Stmt *child) { return comesAgain(child, place, suspensions); });
}

bool isBeforeAnySuspension(const Function &function, const Expr &place,
                           const SourceManager &sources) {
  return llvm::all_of(function.suspensions,
                      [&](const Expr *operand) {
                        return contains(operand, place) ||
                               sources.isBeforeInTranslationUnit(place.getBeginLoc(),
                                                                 operand->getBeginLoc());
                      }) &&
         !comesAgain(function.body, place, function.suspensions);
}

} // namespace

void Beginnings::collectUses() {
  isCollected_ = true;
  for (const Function &function : unit_.functions()) {
    for (const Call &call : function.calls)
      uses_[call.callee->getCanonicalDecl()].push_back({&function, call.expr});
    for (const Call &call : function.indirectCalls)
      isHandedOn_[call.callee->getCanonicalDecl()] = true;
    for (const HandOver &handOver : function.handOvers)
      for (const FunctionDecl *target : handOver.targets)
        isHandedOn_[target->getCanonicalDecl()] = true;
  }
}

/// Nobody else can call it: it is a lambda, or declared in the main file only.
bool Beginnings::areAllUsesKnown(const Function &function) const {
  const SourceManager &sources = unit_.context().getSourceManager();
  const FunctionDecl *first = function.decl->getCanonicalDecl();
  return !isHandedOn_.lookup(first) &&
         sources.isInMainFile(sources.getExpansionLoc(first->getLocation()));
}

bool Beginnings::isWaitedFor(const Use &use) {
  const Function &caller = *use.caller;
  if (caller.isCoroutine)
    return llvm::any_of(caller.values,
                        [&](const Value &value) {
                          return value.expr == use.call && value.fate == Fate::Awaited;
                        }) &&
           holds(caller, *use.call);
  return unit_.contextOf(caller) != Context::OnLoop &&
         llvm::any_of(caller.calls, [&](const Call &call) {
           const Expr *work = call.facts->waits == model::Waits::Result ? waitedFor(call) : nullptr;
           return work && stripped(work) == use.call;
         });
}

bool Beginnings::isWaitedFor(const Function &function) {
  const FunctionDecl *key = function.decl->getCanonicalDecl();
  // While it is being looked at, what leads back to it says nothing for it.
  auto [place, isNew] = isWaitedFor_.try_emplace(key, false);
  if (!isNew)
    return place->second;
  const auto uses = uses_.find(key);
  const bool result = uses != uses_.end() && areAllUsesKnown(function) &&
                      !unit_.knowledge().type(function.decl->getReturnType()).onLoop &&
                      llvm::all_of(uses->second, [&](const Use &use) { return isWaitedFor(use); });
  return isWaitedFor_[key] = result;
}

bool Beginnings::holds(const Function &function, const Expr &place) {
  if (!function.isCoroutine || function.mayLackUses ||
      !isBeforeAnySuspension(function, place, unit_.context().getSourceManager()))
    return false;
  if (!isCollected_)
    collectUses();
  return isWaitedFor(function);
}

} // namespace asynctidy::flow
