// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/DoneFlags.h"

#include "flow/Callables.h"
#include "flow/Mentions.h"
#include "flow/Unit.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What \p expr calls or hands over, lambdas and what is in their bodies apart.
void callablesIn(const Stmt *node, llvm::SmallVectorImpl<const FunctionDecl *> &found) {
  if (!node)
    return;
  if (const auto *lambda = dyn_cast<LambdaExpr>(node)) {
    found.push_back(lambda->getCallOperator());
    return;
  }
  if (const auto *call = dyn_cast<CallExpr>(node); call && call->getDirectCallee())
    found.push_back(call->getDirectCallee());
  else if (const auto *name = dyn_cast<DeclRefExpr>(node); name && isa<VarDecl>(name->getDecl()))
    if (const FunctionDecl *target = callableTarget(name))
      found.push_back(target);
  for (const Stmt *child : node->children())
    callablesIn(child, found);
}

bool isTrue(const Expr *value) {
  const auto *literal = value ? dyn_cast<CXXBoolLiteralExpr>(stripped(value)) : nullptr;
  return literal && literal->getValue();
}

void addFlags(const Function &work, const SourceManager &sources, DoneFlags &flags) {
  const Mentions mentions(*work.body);
  for (const Mention &mention : mentions.all()) {
    const bool isOthers = mention.variable->getDeclContext() != work.decl;
    const bool isLast = llvm::none_of(work.suspensions, [&](const Expr *operand) {
      return sources.isBeforeInTranslationUnit(mention.expr->getBeginLoc(), operand->getBeginLoc());
    });
    if (mention.how == How::Assigned && isOthers && isLast && isTrue(mention.value))
      flags.insert(mention.variable);
  }
}

} // namespace

DoneFlags doneFlagsOf(const Value &value, Unit &unit) {
  DoneFlags flags;
  llvm::SmallVector<const FunctionDecl *, 4> callables;
  callablesIn(value.expr, callables);
  for (const FunctionDecl *each : callables)
    if (const Function *work = unit.find(each); work && work->body)
      addFlags(*work, unit.context().getSourceManager(), flags);
  return flags;
}

} // namespace asynctidy::flow
