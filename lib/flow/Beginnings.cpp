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

/// It is plain, and no code that a loop runs, or that nobody knows, calls it.
bool Beginnings::isRunByNoLoop(const Function &function) {
  auto [place, isNew] = isRunByNoLoop_.try_emplace(&function, std::nullopt);
  if (!isNew)
    return place->second.value_or(true);
  auto isHarmless = [this](const Use &use) { return isRunByNoLoop(*use.caller); };
  const bool result = !function.isCoroutine && unit_.contextOf(function) != Context::OnLoop &&
                      llvm::all_of(uses_.of(function), isHarmless);
  isRunByNoLoop_[&function] = result;
  return result;
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
  return function.isCoroutine && !function.mayLackUses &&
         isBeforeAnySuspension(function, place, unit_.context().getSourceManager()) &&
         isWaitedFor(function);
}

} // namespace asynctidy::flow
