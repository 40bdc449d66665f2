// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Loops.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"

#include <clang/AST/StmtCXX.h>
#include <llvm/Support/MathExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Calls \p visit for \p node and what is in it, nested functions apart, until it says no.
template <class Visit> void walk(const Stmt *node, Visit visit) {
  if (!node || isa<LambdaExpr>(node) || !visit(*node))
    return;
  for (const Stmt *child : node->children())
    walk(child, visit);
}

bool suspends(const Stmt *node) {
  bool found = false;
  walk(node, [&](const Stmt &each) {
    found |= coro::writtenOperand(each) != nullptr;
    return !found;
  });
  return found;
}

/// Whether something in \p body leaves the loop that it is the body of; \p nested says that a
/// break would leave a loop or switch in it.
bool leaves(const Stmt *body, bool nested = false) {
  if (!body || isa<LambdaExpr>(body))
    return false;
  if (isa<ReturnStmt, CoreturnStmt, GotoStmt, CXXThrowExpr>(body) ||
      (!nested && isa<BreakStmt>(body)))
    return true;
  if (const auto *call = dyn_cast<CallExpr>(body);
      call && call->getDirectCallee() && call->getDirectCallee()->isNoReturn())
    return true;
  nested |= isa<WhileStmt, ForStmt, DoStmt, CXXForRangeStmt, SwitchStmt>(body);
  return llvm::any_of(body->children(), [&](const Stmt *child) { return leaves(child, nested); });
}

/// for (;;) { ... return; } is no loop.
bool runsOnce(const Stmt *body) {
  const auto *block = dyn_cast<CompoundStmt>(body);
  const Stmt *last = block && !block->body_empty() ? block->body_back() : body;
  bool goesOn = false;
  walk(body, [&](const Stmt &each) {
    goesOn |= isa<ContinueStmt>(each);
    return !goesOn;
  });
  return !goesOn && isa<BreakStmt, ReturnStmt, CoreturnStmt>(last);
}

struct Loop {
  const Expr *condition = nullptr;
  const Stmt *body = nullptr;
};

std::optional<Loop> loopOf(const Stmt &node) {
  if (const auto *loop = dyn_cast<WhileStmt>(&node))
    return Loop{loop->getConditionVariable() ? nullptr : loop->getCond(), loop->getBody()};
  if (const auto *loop = dyn_cast<DoStmt>(&node))
    return Loop{loop->getCond(), loop->getBody()};
  if (const auto *loop = dyn_cast<ForStmt>(&node))
    return Loop{loop->getConditionVariable() ? nullptr : loop->getCond(), loop->getBody()};
  return std::nullopt;
}

bool isForever(const Stmt &node, const Loop &loop, const ASTContext &context) {
  if (const auto *head = dyn_cast<ForStmt>(&node); head && !loop.condition)
    return !head->getConditionVariable();
  bool value = false;
  return loop.condition && !loop.condition->isValueDependent() &&
         loop.condition->EvaluateAsBooleanCondition(value, context) && value;
}

std::optional<std::int64_t> constant(const Expr *expr, const ASTContext &context) {
  Expr::EvalResult result;
  if (!expr || expr->isValueDependent() || !expr->getType()->isIntegralOrEnumerationType() ||
      !expr->EvaluateAsInt(result, context))
    return std::nullopt;
  return result.Val.getInt().getExtValue();
}

/// How far one step of \p step goes: i += 2.
std::int64_t stride(const Expr *step, const ASTContext &context) {
  const auto *add = dyn_cast_or_null<CompoundAssignOperator>(step);
  std::optional<std::int64_t> by = add ? constant(add->getRHS(), context) : std::nullopt;
  return by && *by > 0 ? *by : 1;
}

/// How often `for (int i = 0; i < 10; ++i)` runs its body; 1 when constants do not say.
std::uint64_t trips(const ForStmt &loop, const ASTContext &context) {
  const auto *start = dyn_cast_or_null<DeclStmt>(loop.getInit());
  const auto *variable =
      start && start->isSingleDecl() ? dyn_cast<VarDecl>(start->getSingleDecl()) : nullptr;
  const auto *condition = dyn_cast_or_null<BinaryOperator>(loop.getCond());
  const auto *asked = condition && condition->isComparisonOp()
                          ? dyn_cast<DeclRefExpr>(condition->getLHS()->IgnoreParenImpCasts())
                          : nullptr;
  if (!variable || !asked || asked->getDecl() != variable)
    return 1;
  std::optional<std::int64_t> from = constant(variable->getInit(), context);
  std::optional<std::int64_t> to = constant(condition->getRHS(), context);
  if (!from || !to || *to <= *from)
    return 1;
  return static_cast<std::uint64_t>(*to - *from) / stride(loop.getInc(), context);
}

/// How often the body of the innermost loop in \p node runs, as far as constants say.
std::uint64_t iterations(const Stmt *node, const ASTContext &context) {
  if (!node || isa<LambdaExpr>(node))
    return 1;
  std::uint64_t inner = 1;
  for (const Stmt *child : node->children())
    inner = std::max(inner, iterations(child, context));
  const auto *loop = dyn_cast<ForStmt>(node);
  return loop ? llvm::SaturatingMultiply(trips(*loop, context), inner) : inner;
}

std::optional<TightLoop> judge(const Stmt &node, const ASTContext &context, std::uint64_t many) {
  std::optional<Loop> loop = loopOf(node);
  if (!loop || suspends(&node))
    return std::nullopt;
  if (isForever(node, *loop, context)) {
    if (runsOnce(loop->body))
      return std::nullopt;
    return TightLoop{&node, leaves(loop->body) ? TightLoop::Unbounded : TightLoop::Endless, 0};
  }
  std::uint64_t count = leaves(loop->body) ? 0 : iterations(&node, context);
  if (count < many)
    return std::nullopt;
  return TightLoop{&node, TightLoop::Long, count};
}

/// The call of which \p node, a statement, only awaits the result.
const CallExpr *awaitedCall(const Stmt *node) {
  if (const auto *block = dyn_cast_or_null<CompoundStmt>(node))
    node = block->size() == 1 ? block->body_front() : nullptr;
  const auto *expr = dyn_cast_or_null<Expr>(node);
  const Expr *operand = expr ? coro::writtenOperand(*expr->IgnoreImplicit()) : nullptr;
  return operand ? dyn_cast<CallExpr>(stripped(operand)) : nullptr;
}

/// while (true) { if (ready) break; co_await sleep(1); } as its condition and the rest.
Loop asQuestion(const Loop &loop) {
  const auto *block = dyn_cast<CompoundStmt>(loop.body);
  const auto *branch =
      block && block->size() == 2 ? dyn_cast<IfStmt>(block->body_front()) : nullptr;
  if (!branch || branch->getElse() || branch->hasInitStorage() || branch->hasVarStorage())
    return loop;
  const Stmt *then = branch->getThen();
  if (const auto *inner = dyn_cast<CompoundStmt>(then); inner && inner->size() == 1)
    then = inner->body_front();
  if (!isa<BreakStmt, ReturnStmt, CoreturnStmt>(then))
    return loop;
  return {branch->getCond(), block->body_back()};
}

} // namespace

std::vector<TightLoop> loopsWithoutSuspension(const Function &function, const ASTContext &context,
                                              std::uint64_t many) {
  std::vector<TightLoop> result;
  if (llvm::any_of(function.calls, [](const Call &call) { return call.hops; }))
    return result;
  walk(function.body, [&](const Stmt &node) {
    std::optional<TightLoop> found = judge(node, context, many);
    if (found)
      result.push_back(*found);
    return !found;
  });
  return result;
}

std::vector<BusyWait> busyWaits(const Function &function, const model::Knowledge &knowledge) {
  std::vector<BusyWait> result;
  walk(function.body, [&](const Stmt &node) {
    std::optional<Loop> loop = loopOf(node);
    if (!loop)
      return true;
    bool forever = isForever(node, *loop, knowledge.context());
    if (forever)
      loop = asQuestion(*loop);
    const CallExpr *sleep = awaitedCall(loop->body);
    // Without a question it is a clock, no wait.
    bool asks = loop->condition && !suspends(loop->condition) &&
                !(forever && loop->body == loopOf(node)->body);
    if (asks && sleep && sleep->getDirectCallee() &&
        knowledge.replaces(*sleep->getDirectCallee(), model::Blocking::Sleep))
      result.push_back({&node, loop->condition, sleep});
    return true;
  });
  return result;
}

} // namespace asynctidy::flow
