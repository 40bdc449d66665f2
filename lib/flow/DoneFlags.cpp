// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/DoneFlags.h"

#include "flow/Callables.h"
#include "flow/Macros.h"
#include "flow/Mentions.h"
#include "flow/Statements.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The lambdas that \p node calls, those in their bodies apart.
void lambdasCalledIn(const Stmt *node, llvm::SmallVectorImpl<const FunctionDecl *> &found) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(node); call && call->getDirectCallee())
    if (const auto *method = dyn_cast<CXXMethodDecl>(call->getDirectCallee());
        method && method->getParent()->isLambda())
      found.push_back(method);
  for (const Stmt *child : node->children())
    lambdasCalledIn(child, found);
}

/// Whether \p lambda can set a bool of \p function at all.
bool capturesFlag(const FunctionDecl &lambda, const Function &function) {
  return llvm::any_of(capturesOf(lambda), [&](const LambdaCapture &capture) {
    const ValueDecl *variable = capture.capturesVariable() ? capture.getCapturedVar() : nullptr;
    return variable && capture.getCaptureKind() == LCK_ByRef &&
           variable->getType()->isBooleanType() && variable->getDeclContext() == function.decl;
  });
}

bool is(bool expected, const Expr *value) {
  const auto *literal = value ? dyn_cast<CXXBoolLiteralExpr>(stripped(value)) : nullptr;
  return literal && literal->getValue() == expected;
}

/// Whether \p variable is false at first, and one lambda is all that can change it.
bool isSetByOneLambda(const ValueDecl &variable, const Mentions &mentions) {
  const auto *flag = dyn_cast<VarDecl>(&variable);
  if (!flag || !is(false, flag->getInit()))
    return false;
  unsigned captures = 0;
  for (const Mention &mention : mentions.all())
    if (mention.variable == &variable) {
      if (mention.how == How::Assigned || mention.how == How::Increased ||
          mention.how == How::Aliased)
        return false;
      captures += mention.how == How::Captured;
    }
  return captures == 1;
}

/// The throw expressions of a function, lambdas' apart.
class Throws : public RecursiveASTVisitor<Throws> {
public:
  llvm::SmallVector<const Expr *, 2> all;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCXXThrowExpr(CXXThrowExpr *node) {
    all.push_back(node);
    return true;
  }
};

/// What may fail in \p work: suspensions, throw expressions and calls, but for those in assertions.
llvm::SmallVector<const Expr *, 8> failuresOf(const Function &work, const ASTContext &context) {
  llvm::SmallVector<const Expr *, 8> result(work.suspensions.begin(), work.suspensions.end());
  Throws thrown;
  thrown.TraverseStmt(const_cast<Stmt *>(work.body));
  llvm::append_range(result, thrown.all);
  for (const Call &call : work.calls)
    if (!isNoexcept(*call.callee) && !isInMacro(call.expr->getExprLoc(), context, saysThatItChecks))
      result.push_back(call.expr);
  return result;
}

void addFlags(const Function &work, const Function &function, const ASTContext &context,
              DoneFlags &flags) {
  const auto failures = failuresOf(work, context);
  const SourceManager &sources = context.getSourceManager();
  const Mentions mentions(*work.body);
  const Mentions outer(*function.body);
  for (const Mention &mention : mentions.all())
    if (mention.how == How::Assigned && is(true, mention.value) &&
        mention.variable->getDeclContext() == function.decl &&
        !isInLoop(work.body, *mention.expr) && isSetByOneLambda(*mention.variable, outer) &&
        llvm::all_of(failures, [&](const Expr *each) {
          return sources.isBeforeInTranslationUnit(each->getBeginLoc(),
                                                   mention.expr->getBeginLoc());
        }))
      flags.insert(mention.variable);
}

} // namespace

DoneFlags doneFlagsOf(const Value &value, const Function &function, Unit &unit) {
  DoneFlags flags;
  if (value.meaning->neverRunsWhenDropped())
    return flags;
  llvm::SmallVector<const FunctionDecl *, 4> lambdas;
  lambdasCalledIn(value.expr, lambdas);
  for (const FunctionDecl *each : lambdas) {
    const Function *work = capturesFlag(*each, function) ? unit.find(each) : nullptr;
    const bool isOnce =
        llvm::count_if(function.calls, [&](const Call &call) { return call.callee == each; }) == 1;
    if (work && work->isCoroutine && work->body && function.body && isOnce)
      addFlags(*work, function, unit.context(), flags);
  }
  return flags;
}

} // namespace asynctidy::flow
