// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Handled.h"

#include "flow/Callables.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/RecursiveASTVisitor.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The try blocks whose last handler catches everything, and the throw expressions; lambdas apart.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  std::vector<const CompoundStmt *> catching;
  std::vector<const CXXThrowExpr *> throwing;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXTryStmt(CXXTryStmt *attempt) {
    if (!attempt->getHandler(attempt->getNumHandlers() - 1)->getExceptionDecl())
      catching.push_back(attempt->getTryBlock());
    return true;
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *node) {
    throwing.push_back(node);
    return true;
  }
};

bool handles(const Function &function, const SourceManager &sources) {
  if (!function.isCoroutine || !function.body || function.suspensions.empty())
    return false;
  Collector found;
  found.TraverseStmt(const_cast<Stmt *>(function.body));
  auto isCaught = [&](const Expr *expr) {
    return llvm::any_of(found.catching, [&](const CompoundStmt *block) {
      return sources.isPointWithin(sources.getExpansionLoc(expr->getBeginLoc()),
                                   sources.getExpansionLoc(block->getBeginLoc()),
                                   sources.getExpansionLoc(block->getEndLoc()));
    });
  };
  return llvm::all_of(function.suspensions, isCaught) && llvm::all_of(found.throwing, isCaught);
}

bool throwsNowhere(const Function &function) {
  if (!function.isCoroutine || !function.body || function.mayLackUses ||
      !function.suspensions.empty())
    return false;
  Collector found;
  found.TraverseStmt(const_cast<Stmt *>(function.body));
  return found.throwing.empty() &&
         llvm::all_of(function.calls, [](const Call &call) { return isNoexcept(*call.callee); });
}

/// Whether \p value is work of a function of which \p holds: called itself, or made to be started,
/// as in create_task(work()).
bool isWorkOf(const Value &value, const Unit &unit,
              llvm::function_ref<bool(const Function &)> holds) {
  auto isOf = [&](const FunctionDecl *callee) {
    const Function *function = callee ? unit.find(callee) : nullptr;
    return function && holds(*function);
  };
  if (isOf(value.callee))
    return true;
  const auto *start = dyn_cast<CallExpr>(value.expr);
  return start && llvm::any_of(start->arguments(), [&](const Expr *argument) {
           const auto *work = dyn_cast<CallExpr>(stripped(argument));
           return work && isOf(work->getDirectCallee());
         });
}

} // namespace

bool handlesItsErrors(const Value &value, const Unit &unit) {
  return isWorkOf(value, unit, [&](const Function &function) {
    return handles(function, unit.context().getSourceManager());
  });
}

bool cannotFail(const Value &value, const Unit &unit) {
  return isWorkOf(value, unit, throwsNowhere);
}

bool isOwned(const Value &value, Unit &unit) {
  if (value.calleeFacts && value.calleeFacts->needsNobody())
    return true;
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(value.callee);
  return method && saysThatItIsAScope(*method->getParent()) &&
         unit.knowledge().type(unit.context().getRecordType(method->getParent())).why.empty();
}

} // namespace asynctidy::flow
