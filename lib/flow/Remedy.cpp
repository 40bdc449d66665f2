// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Remedy.h"

#include "flow/Closing.h"
#include "flow/Statements.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Whether \p node, or anything in it, is one of \p Nodes; nested functions apart.
template <class... Nodes> bool containsAny(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  return isa<Nodes...>(node) || llvm::any_of(node->children(), containsAny<Nodes...>);
}

} // namespace

std::optional<Remedy> remedyFor(const ValueDecl &resource, const Function &function,
                                model::Knowledge &knowledge) {
  const CompoundStmt *block = blockOf(resource, *function.body);
  const CXXMethodDecl *close = closingMethod(resource.getType(), knowledge);
  if (!block || !close || block->body_empty() || block->getLBracLoc().isMacroID() ||
      (!close->getReturnType()->isVoidType() && !function.isCoroutine))
    return std::nullopt;
  const Stmt *last = block->body_back();
  bool returns = isa<ReturnStmt, CoreturnStmt>(last);
  for (const Stmt *each : block->body())
    if (containsAny<ReturnStmt, CoreturnStmt, BreakStmt, ContinueStmt, GotoStmt, CXXTryStmt>(
            each) &&
        !(each == last && returns))
      return std::nullopt;
  if (returns && namings(last, resource))
    return std::nullopt;
  return Remedy{close, returns ? last : nullptr, block};
}

} // namespace asynctidy::flow
