// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Statements.h"

#include "coro/Suspension.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {

bool contains(const Stmt *node, const Expr &wanted) {
  return node && (node == &wanted || llvm::any_of(node->children(), [&](const Stmt *child) {
                    return contains(child, wanted);
                  }));
}

bool isInLoop(const Stmt *node, const Expr &place) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(node))
    return contains(node, place);
  return llvm::any_of(node->children(), [&](const Stmt *child) { return isInLoop(child, place); });
}

unsigned namings(const Stmt *node, const ValueDecl &variable, Lambdas lambdas) {
  if (!node)
    return 0;
  if (const auto *lambda = dyn_cast<LambdaExpr>(node)) {
    unsigned count = 0;
    for (const Expr *capture : lambda->capture_inits())
      count += namings(capture, variable, lambdas);
    if (lambdas == Lambdas::Entered)
      count += namings(lambda->getBody(), variable, lambdas);
    return count;
  }
  // The AST holds the operand twice.
  if (const Expr *operand = coro::writtenOperand(*node))
    return namings(operand, variable, lambdas);
  const auto *reference = dyn_cast<DeclRefExpr>(node);
  const auto *member = dyn_cast<MemberExpr>(node);
  unsigned count = (reference && reference->getDecl() == &variable) ||
                   (member && member->getMemberDecl() == &variable);
  for (const Stmt *child : node->children())
    count += namings(child, variable, lambdas);
  return count;
}

} // namespace asynctidy::flow
