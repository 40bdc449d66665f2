// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Beginnings.h"

#include "flow/Callables.h"
#include "flow/Settled.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether the code may come to \p place again after one of \p suspensions: a loop has both in it,
/// or there is a label to go back to.
bool comesAgain(const Stmt *node, const Expr &place, llvm::ArrayRef<const Expr *> suspensions) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  if (isa<LabelStmt>(node))
    return true;
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

/// sync_wait(work), work.get(): with nothing else that could be an executor, whose threads run it.
bool isWaitOn(const Call &call, const Expr &work) {
  if (call.facts->waits != model::Waits::Result)
    return false;
  unsigned written = 0;
  for (unsigned i = 0; i < call.arguments(); ++i)
    written += call.argument(i) != nullptr;
  const Expr *waited = waitedFor(call);
  return waited && stripped(waited) == &work &&
         written == (isa<CXXMemberCallExpr>(call.expr) ? 0U : 1U);
}

} // namespace

/// It is plain, and so is all that calls it, as far as can be seen; none of that is run by a loop,
/// nor is a lambda that somebody else may call.
bool Beginnings::isRunByNoLoop(const Function &function) {
  auto [place, isNew] = isRunByNoLoop_.try_emplace(&function, true);
  if (!isNew)
    return place->second;
  llvm::SmallPtrSet<const Function *, 8> seen{&function};
  llvm::SmallVector<const Function *, 8> open{&function};
  bool result = true;
  while (result && !open.empty()) {
    const Function &each = *open.pop_back_val();
    const auto *method = dyn_cast<CXXMethodDecl>(each.decl);
    const bool isLambda = method && method->getParent()->isLambda();
    result = !each.isCoroutine && unit_.contextOf(each) != Context::OnLoop &&
             (!isLambda || uses_.areAllKnown(each));
    for (const Use &use : uses_.of(each))
      if (seen.insert(use.caller).second)
        open.push_back(use.caller);
  }
  return isRunByNoLoop_[&function] = result;
}

bool Beginnings::isWaitedFor(const Use &use) {
  const Function &caller = *use.caller;
  if (!caller.isCoroutine)
    return isRunByNoLoop(caller) &&
           llvm::any_of(caller.calls, [&](const Call &call) { return isWaitOn(call, *use.call); });
  const bool isAwaited = llvm::any_of(caller.values, [&](const Value &value) {
    return value.expr == use.call && value.fate == Fate::Awaited;
  });
  return isAwaited && holds(caller, *use.call);
}

bool Beginnings::isWaitedFor(const Function &function) {
  auto [place, isNew] = isWaitedFor_.try_emplace(&function, std::nullopt);
  if (!isNew)
    return place->second.value_or(false);
  llvm::ArrayRef<Use> uses = uses_.of(function);
  const bool result = !uses.empty() && uses_.areAllKnown(function) &&
                      !unit_.knowledge().type(function.decl->getReturnType()).onLoop &&
                      llvm::all_of(uses, [this](const Use &use) { return isWaitedFor(use); });
  isWaitedFor_[&function] = result;
  return result;
}

bool Beginnings::holds(const Function &function, const Expr &place) {
  // The cheaper question first.
  return function.isCoroutine && !function.mayLackUses && isWaitedFor(function) &&
         isBeforeAnySuspension(function, place, unit_.context().getSourceManager());
}

} // namespace asynctidy::flow
