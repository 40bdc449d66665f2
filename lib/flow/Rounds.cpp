// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Rounds.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {

namespace {

bool jumpsTo(const LabelDecl &label, const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return false;
  const auto *jump = dyn_cast<GotoStmt>(node);
  return (jump && jump->getLabel() == &label) ||
         llvm::any_of(node->children(), [&](const Stmt *child) { return jumpsTo(label, child); });
}

} // namespace

Rounds::Rounds(const Stmt &body) { walk(&body, {}); }

void Rounds::condition(const Stmt *node) {
  if (!node || isa<LambdaExpr>(node))
    return;
  loopConditions_.insert(node);
  for (const Stmt *child : node->children())
    condition(child);
}

/// How many of the statements of \p block from \p first, a label, on are repeated by a goto to it.
unsigned Rounds::repeated(const CompoundStmt &block, unsigned first) {
  const LabelDecl *label = cast<LabelStmt>(block.body_begin()[first])->getDecl();
  unsigned count = 0;
  for (unsigned i = first; i < block.size(); ++i)
    if (jumpsTo(*label, block.body_begin()[i]))
      count = i - first + 1;
  return count;
}

void Rounds::walk(const Stmt *node, Place place) {
  if (!node)
    return;
  if (const auto *name = dyn_cast<DeclRefExpr>(node)) {
    if (place.inLoop && !place.conditional)
      everyRound_.insert(name->getLocation());
    if (place.inSwitch)
      inSwitch_.insert(name->getLocation());
    return;
  }
  Place round{true, false, place.inSwitch};
  Place branch{place.inLoop, true, place.inSwitch};
  if (const auto *loop = dyn_cast<ForStmt>(node)) {
    condition(loop->getCond());
    walk(loop->getInit(), place);
    for (const Stmt *each : {static_cast<const Stmt *>(loop->getCond()), loop->getBody(),
                             static_cast<const Stmt *>(loop->getInc())})
      walk(each, round);
  } else if (const auto *loop = dyn_cast<CXXForRangeStmt>(node)) {
    condition(loop->getCond());
    walk(loop->getInit(), place);
    walk(loop->getRangeInit(), place);
    walk(loop->getBody(), round);
  } else if (isa<WhileStmt, DoStmt>(node)) {
    const auto *loop = dyn_cast<WhileStmt>(node);
    condition(loop ? loop->getCond() : cast<DoStmt>(node)->getCond());
    for (const Stmt *child : node->children())
      walk(child, round);
  } else if (const auto *block = dyn_cast<CompoundStmt>(node)) {
    unsigned rounds = 0;
    for (unsigned i = 0; i < block->size(); ++i) {
      const Stmt *each = block->body_begin()[i];
      if (isa<LabelStmt>(each))
        rounds = std::max(rounds, repeated(*block, i));
      walk(each, rounds ? round : place);
      rounds -= rounds ? 1 : 0;
    }
  } else if (const auto *choice = dyn_cast<IfStmt>(node)) {
    walk(choice->getInit(), place);
    walk(choice->getConditionVariableDeclStmt(), place);
    walk(choice->getCond(), place);
    walk(choice->getThen(), branch);
    walk(choice->getElse(), branch);
  } else if (const auto *lambda = dyn_cast<LambdaExpr>(node)) {
    for (const Expr *capture : lambda->capture_inits())
      walk(capture, place);
  } else if (isa<SwitchStmt, CXXCatchStmt, ConditionalOperator>(node)) {
    branch.inSwitch |= isa<SwitchStmt>(node);
    for (const Stmt *child : node->children())
      walk(child, branch);
  } else if (const auto *logical = dyn_cast<BinaryOperator>(node);
             logical && logical->isLogicalOp()) {
    walk(logical->getLHS(), place);
    walk(logical->getRHS(), branch);
  } else {
    for (const Stmt *child : node->children())
      walk(child, place);
  }
}

} // namespace asynctidy::flow
