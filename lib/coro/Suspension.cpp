// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Suspension.h"

#include <clang/AST/ExprConcepts.h>
#include <llvm/ADT/SmallVector.h>

using namespace clang;

namespace asynctidy::coro {
namespace {

/// Walks what is evaluated when a statement runs, each node once, in evaluation order.
class Walk {
public:
  explicit Walk(llvm::function_ref<bool(const Expr &)> visit) : visit_(visit) {}

  /// False once the visitor has said stop.
  bool run(const Stmt *node) {
    if (!node || isUnevaluated(*node))
      return true;
    if (!runAll(evaluated(*node)))
      return false;
    return !writtenOperand(*node) || visit_(*cast<Expr>(node));
  }

private:
  using Nodes = llvm::SmallVector<const Stmt *, 8>;

  bool runAll(const Nodes &nodes) {
    return llvm::all_of(nodes, [this](const Stmt *node) { return run(node); });
  }

  static bool isUnevaluated(const Stmt &node) {
    if (const auto *typeId = dyn_cast<CXXTypeidExpr>(&node))
      return !typeId->isPotentiallyEvaluated();
    return isa<BlockExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr,
               ConceptSpecializationExpr>(node);
  }

  /// The children of \p node that are evaluated with it. The AST holds some operands twice: once
  /// as written and once in what the compiler made of them.
  static Nodes evaluated(const Stmt &node) {
    if (const auto *body = dyn_cast<CoroutineBodyStmt>(&node))
      return {body->getBody()};
    if (const auto *suspension = dyn_cast<CoroutineSuspendExpr>(&node))
      return {suspension->getOperand()};
    if (const auto *await = dyn_cast<DependentCoawaitExpr>(&node))
      return {await->getOperand()};
    if (const auto *exit = dyn_cast<CoreturnStmt>(&node))
      return {exit->getOperand()};
    if (const auto *lambda = dyn_cast<LambdaExpr>(&node))
      return Nodes(lambda->capture_init_begin(), lambda->capture_init_end());
    if (const auto *selection = dyn_cast<GenericSelectionExpr>(&node))
      return selection->isResultDependent() ? Nodes() : Nodes{selection->getResultExpr()};
    if (const auto *loop = dyn_cast<ForStmt>(&node))
      return {loop->getInit(), loop->getConditionVariableDeclStmt(), loop->getCond(),
              loop->getBody(), loop->getInc()};
    Nodes children(node.child_begin(), node.child_end());
    if (isAssignment(node))
      std::reverse(children.begin(), children.end());
    return children;
  }

  /// The right operand of an assignment is evaluated first (since C++17).
  static bool isAssignment(const Stmt &node) {
    if (const auto *call = dyn_cast<CXXOperatorCallExpr>(&node))
      return call->isAssignmentOp();
    const auto *binary = dyn_cast<BinaryOperator>(&node);
    return binary && binary->isAssignmentOp();
  }

  llvm::function_ref<bool(const Expr &)> visit_;
};

const CXXMemberCallExpr *findSuspendCall(const Stmt *node) {
  if (!node)
    return nullptr;
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(node))
    if (const CXXMethodDecl *method = call->getMethodDecl();
        method && method->getIdentifier() && method->getName() == "await_suspend")
      return call;
  for (const Stmt *child : node->children())
    if (const CXXMemberCallExpr *found = findSuspendCall(child))
      return found;
  return nullptr;
}

/// The argument of the call to yield_value that Clang puts around the operand of a co_yield.
const Expr *yielded(const CoyieldExpr &yield) {
  const auto *call = dyn_cast<CallExpr>(yield.getOperand()->IgnoreImplicit());
  const bool isMade = call && call->getBeginLoc() == yield.getKeywordLoc() && call->getNumArgs();
  return isMade ? call->getArg(0) : yield.getOperand();
}

} // namespace

const CoroutineBodyStmt *coroutineBody(const FunctionDecl &function) {
  return dyn_cast_or_null<CoroutineBodyStmt>(function.getBody());
}

const CXXRecordDecl *promiseOf(const CoroutineBodyStmt &body) {
  const auto *statement = dyn_cast_or_null<DeclStmt>(body.getPromiseDeclStmt());
  if (!statement || !statement->isSingleDecl())
    return nullptr;
  const auto *promise = dyn_cast<VarDecl>(statement->getSingleDecl());
  if (!promise || promise->isInvalidDecl() || promise->getType()->isDependentType())
    return nullptr;
  return promise->getType()->getAsCXXRecordDecl();
}

const Stmt *writtenBody(const FunctionDecl &function) {
  if (const CoroutineBodyStmt *body = coroutineBody(function))
    return body->getBody();
  return function.getBody();
}

const Expr *writtenOperand(const Stmt &node) {
  if (const auto *await = dyn_cast<CoawaitExpr>(&node))
    return await->isImplicit() ? nullptr : await->getOperand();
  if (const auto *await = dyn_cast<DependentCoawaitExpr>(&node))
    return await->getOperand();
  if (const auto *yield = dyn_cast<CoyieldExpr>(&node))
    return yielded(*yield);
  return nullptr;
}

bool isWrittenAwait(const Stmt &node) { return !isa<CoyieldExpr>(node) && writtenOperand(node); }

const CXXMemberCallExpr *suspendCall(const Expr &await) {
  const auto *suspension = dyn_cast<CoroutineSuspendExpr>(&await);
  return suspension ? findSuspendCall(suspension->getSuspendExpr()) : nullptr;
}

void forEachSuspension(const Stmt &root, llvm::function_ref<bool(const Expr &)> visit) {
  Walk(visit).run(&root);
}

bool suspends(const Stmt &root) {
  bool found = false;
  forEachSuspension(root, [&found](const Expr &) {
    found = true;
    return false;
  });
  return found;
}

} // namespace asynctidy::coro
