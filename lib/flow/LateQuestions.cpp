// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/LateQuestions.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Completion.h"
#include "flow/Unit.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The calls in the bodies of loops, lambdas apart.
class Looping : public RecursiveASTVisitor<Looping> {
public:
  explicit Looping(const Stmt &body) { TraverseStmt(const_cast<Stmt *>(&body)); }

  bool any() const { return any_; }
  bool contains(const Expr &call) const { return calls_.contains(&call); }

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseForStmt(ForStmt *loop) { return inLoop(loop->getBody()); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *loop) { return inLoop(loop->getBody()); }
  bool TraverseWhileStmt(WhileStmt *loop) { return inLoop(loop->getBody()); }
  bool TraverseDoStmt(DoStmt *loop) { return inLoop(loop->getBody()); }
  bool VisitCallExpr(CallExpr *call) {
    if (depth_ > 0)
      calls_.insert(call);
    return true;
  }

private:
  bool inLoop(Stmt *body) {
    any_ = true;
    ++depth_;
    TraverseStmt(body);
    --depth_;
    return true;
  }

  llvm::SmallPtrSet<const Expr *, 8> calls_;
  unsigned depth_ = 0;
  bool any_ = false;
};

bool isStandard(const FunctionDecl &function) {
  for (const DeclContext *space = function.getDeclContext(); space; space = space->getParent())
    if (space->isStdNamespace())
      return true;
  return false;
}

/// What costs the coroutine time.
class Work {
public:
  Work(const Function &function, Unit &unit)
      : function_(function), unit_(unit), looping_(*function.body) {}

  bool is(const Call &call) {
    if (blocksNow(call, function_, unit_))
      return true;
    if (isOpenCall(call))
      return false;
    if (!unit_.blockingSteps(call.callee).empty())
      return true;
    // The accessors and iterators of containers are no work.
    if (isa<CXXConstructorDecl, CXXConversionDecl>(call.callee) ||
        call.callee->isOverloadedOperator() || isStandard(*call.callee) || call.facts->queries)
      return false;
    return looping_.contains(*call.expr) || hasLoop(*call.callee);
  }

  /// Whether \p suspension waits for something that the coroutine was not given: of two given
  /// futures one is awaited first, and that is no work.
  bool isSuspension(const Expr &suspension) const {
    const Expr *operand = coro::writtenOperand(suspension);
    const auto *reference = operand ? dyn_cast<DeclRefExpr>(stripped(operand)) : nullptr;
    return !reference || !isa<ParmVarDecl>(reference->getDecl());
  }

private:
  bool hasLoop(const FunctionDecl &callee) {
    const Function *known = unit_.find(&callee);
    // A coroutine works where it is awaited, if it is.
    return known && known->body && !known->isCoroutine && Looping(*known->body).any();
  }

  const Function &function_;
  Unit &unit_;
  Looping looping_;
};

class LateMachine : public Machine {
public:
  /// From Worked on, each state stands for the work with which it began.
  enum State : unsigned { Idle, Asked, Worked };

  LateMachine(const ParmVarDecl &future, Work &work, model::Knowledge &knowledge)
      : future_(future), work_(work), knowledge_(knowledge) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Mentioned:
      return event.variable == &future_ ? mentioned(state, *event.mention) : Next::go(state);
    case Event::Suspended:
      return state == Idle && work_.isSuspension(*cast<Expr>(event.at))
                 ? worked(*cast<Expr>(event.at))
                 : Next::go(state);
    case Event::Called:
      return state == Idle && work_.is(*event.call) ? worked(*event.call->expr) : Next::go(state);
    default:
      return Next::go(state);
    }
  }

  /// What throws has been waited for, too.
  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    if (kind != Edge::AwaitThrows)
      return Next::stop();
    return state == Idle && work_.isSuspension(*expr) ? worked(*expr) : Next::go(state);
  }

  const Expr *lastWork() const { return lastWork_; }
  bool isAskedBefore(const Mention &await) const { return asked_.contains(&await); }

private:
  Next mentioned(unsigned state, const Mention &mention) {
    switch (mention.how) {
    case How::Awaited:
      if (state == Asked)
        asked_.insert(&mention);
      if (state < Worked)
        return Next::stop();
      lastWork_ = pieces_[state - Worked];
      return Next::report();
    case How::Method:
      return asks(mention) ? Next::go(Asked) : Next::stop();
    case How::Tested:
      return Next::go(Asked);
    case How::Ignored:
      return Next::go(state);
    default:
      return Next::stop();
    }
  }

  /// Whether a method is called that tells how the future is: by its model, or a const one that
  /// answers yes or no.
  bool asks(const Mention &mention) const {
    const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
    const auto *method = call ? dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee()) : nullptr;
    return method && (knowledge_.function(*method).queries ||
                      (method->isConst() && method->getReturnType()->isBooleanType()));
  }

  Next worked(const Expr &piece) {
    auto found = llvm::find(pieces_, &piece);
    unsigned index = found - pieces_.begin();
    if (found == pieces_.end())
      pieces_.push_back(&piece);
    return Next::go(Worked + index);
  }

  const ParmVarDecl &future_;
  Work &work_;
  model::Knowledge &knowledge_;
  std::vector<const Expr *> pieces_;
  const Expr *lastWork_ = nullptr;
  llvm::SmallPtrSet<const Mention *, 4> asked_;
};

void follow(const ParmVarDecl &future, Work &work, Ways &ways, Unit &unit,
            std::vector<LateAwait> &result) {
  const CXXMethodDecl *query = queryOf(future.getType(), unit.knowledge());
  LateMachine machine(future, work, unit.knowledge());
  std::vector<std::pair<const Mention *, LateAwait>> found;
  bool finished = ways.run(machine, [&](const Report &report) {
    if (report.event)
      found.push_back({report.event->mention,
                       {&future, report.event->mention->expr, machine.lastWork(), query}});
  });
  for (const auto &[mention, late] : found)
    if (finished && !machine.isAskedBefore(*mention))
      result.push_back(late);
}

} // namespace

std::vector<LateAwait> lateAwaits(const Function &function, Unit &unit) {
  std::vector<LateAwait> result;
  if (!function.isCoroutine || !function.body || function.suspensions.empty())
    return result;
  std::optional<Work> work;
  for (const ParmVarDecl *parameter : function.decl->parameters()) {
    if (!isCancellable(parameter->getType(), unit.knowledge()))
      continue;
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    if (!work)
      work.emplace(function, unit);
    follow(*parameter, *work, *ways, unit, result);
  }
  return result;
}

} // namespace asynctidy::flow
