// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Sections.h"

#include "flow/Macros.h"
#include "flow/Questions.h"
#include "flow/Words.h"

#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace asynctidy::flow {

void Sections::note(const Stmt *node, const ASTContext &context) {
  if (!node || isa<LambdaExpr>(node))
    return;
  Section *last = nullptr;
  const auto *block = dyn_cast<CompoundStmt>(node);
  for (const Stmt *child : node->children()) {
    const auto *branch = block ? dyn_cast_or_null<IfStmt>(child) : nullptr;
    if (branch && isInMacro(branch->getIfLoc(), context, saysThatItIsASection)) {
      last = &sections_[coreOf(branch->getCond())];
      last->block = block;
    }
  }
  if (last)
    last->isLast = true;
  for (const Stmt *child : node->children())
    note(child, context);
}

std::optional<Section> Sections::of(const Expr &condition) const {
  auto place = sections_.empty() ? sections_.end() : sections_.find(coreOf(&condition));
  return place == sections_.end() ? std::nullopt : std::optional(place->second);
}

} // namespace asynctidy::flow
