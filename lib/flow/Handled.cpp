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

/// Whether \p node, and what it calls, throws nothing for certain.
bool throwsNothing(const Stmt *node, const ASTContext &context) {
  if (!node)
    return true;
  if (const auto *lambda = dyn_cast<LambdaExpr>(node))
    return llvm::all_of(lambda->capture_inits(),
                        [&](const Expr *capture) { return throwsNothing(capture, context); });
  if (isa<CXXThrowExpr, CXXNewExpr, CXXDynamicCastExpr, CXXTypeidExpr, CXXDefaultInitExpr,
          CXXDefaultArgExpr, CXXInheritedCtorInitExpr>(node))
    return false;
  if (const auto *end = dyn_cast<CoreturnStmt>(node)) {
    // What is not plain is moved or converted into the promise.
    const Expr *result = end->getOperand();
    return !result || ((result->getType().isTriviallyCopyableType(context) ||
                        result->getType()->isVoidType()) &&
                       throwsNothing(result, context));
  }
  if (const auto *call = dyn_cast<CallExpr>(node);
      call && !(call->getDirectCallee() && isNoexcept(*call->getDirectCallee())))
    return false;
  if (const auto *made = dyn_cast<CXXConstructExpr>(node);
      made && !made->getConstructor()->isTrivial() && !isNoexcept(*made->getConstructor()))
    return false;
  return llvm::all_of(node->children(),
                      [&](const Stmt *child) { return throwsNothing(child, context); });
}

bool isUnfailing(const Function &function) {
  return function.isCoroutine && function.body && !function.mayLackUses &&
         function.suspensions.empty() &&
         throwsNothing(function.body, function.decl->getASTContext());
}

/// Whether \p value is work of functions of which \p holds: called itself, or made to be started,
/// as in create_task(work()), with \p most written arguments.
bool isWorkOf(const Value &value, Unit &unit, llvm::function_ref<bool(const Function &)> holds,
              unsigned most = ~0U) {
  auto isOf = [&](const Expr *expr) {
    const auto *call = dyn_cast<CallExpr>(stripped(expr));
    const Function *function = call ? unit.find(call->getDirectCallee()) : nullptr;
    return function && holds(*function);
  };
  if (isOf(value.expr))
    return true;
  const auto *start = dyn_cast<CallExpr>(value.expr);
  auto isDefault = [](const Expr *argument) { return isa<CXXDefaultArgExpr>(argument); };
  if (!start || start->getNumArgs() - llvm::count_if(start->arguments(), isDefault) > most)
    return false;
  bool isFound = false;
  for (const Expr *argument : start->arguments()) {
    if (isOf(argument))
      isFound = true;
    else if (unit.knowledge().type(argument->getType()).asynchronous())
      return false;
  }
  return isFound;
}

} // namespace

bool handlesItsErrors(const Value &value, Unit &unit) {
  return isWorkOf(value, unit, [&](const Function &function) {
    return handles(function, unit.context().getSourceManager());
  });
}

bool cannotFail(const Value &value, Unit &unit) {
  // What else is given to what starts the work may fail: a timeout, a continuation.
  return isWorkOf(value, unit, isUnfailing, /*most=*/1);
}

bool isOwned(const Value &value, Unit &unit) {
  if (value.calleeFacts && value.calleeFacts->needsNobody())
    return true;
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(value.callee);
  return method && saysThatItIsAScope(*method->getParent()) &&
         unit.knowledge().type(unit.context().getRecordType(method->getParent())).why.empty();
}

} // namespace asynctidy::flow
