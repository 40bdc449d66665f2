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

} // namespace

bool handlesItsErrors(const Value &value, const Unit &unit) {
  const SourceManager &sources = unit.context().getSourceManager();
  auto handlesIn = [&](const FunctionDecl *callee) {
    const Function *function = callee ? unit.find(callee) : nullptr;
    return function && handles(*function, sources);
  };
  if (handlesIn(value.callee))
    return true;
  const auto *start = dyn_cast<CallExpr>(value.expr);
  return start && llvm::any_of(start->arguments(), [&](const Expr *argument) {
           const auto *work = dyn_cast<CallExpr>(stripped(argument));
           return work && handlesIn(work->getDirectCallee());
         });
}

bool isOwned(const Value &value, Unit &unit) {
  if (value.calleeFacts && value.calleeFacts->needsNobody())
    return true;
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(value.callee);
  return method && saysThatItIsAScope(*method->getParent()) &&
         unit.knowledge().type(unit.context().getRecordType(method->getParent())).why.empty();
}

} // namespace asynctidy::flow
