// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Collecting.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/Fates.h"
#include "flow/Objects.h"
#include "flow/OwnPromises.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// A class template whose first argument is \p element.
bool holds(QualType container, QualType element) {
  const auto *record =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(container->getAsCXXRecordDecl());
  if (!record || record->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &first = record->getTemplateArgs()[0];
  return first.getKind() == TemplateArgument::Type &&
         first.getAsType().getCanonicalType().getUnqualifiedType() ==
             element.getCanonicalType().getUnqualifiedType();
}

/// The local container that \p call puts an argument of it into; null when there is none.
const VarDecl *containerOf(const Call &call, model::Knowledge &knowledge) {
  const auto *variable = dyn_cast_or_null<VarDecl>(call.object);
  if (!variable || !variable->hasLocalStorage() || isa<ParmVarDecl>(variable) ||
      !variable->getType()->isRecordType() || knowledge.type(variable->getType()).asynchronous() ||
      !isa<CXXMemberCallExpr>(call.expr))
    return nullptr;
  return variable;
}

/// Whether \p argument is what \p value is, at once or through its variable.
bool isValue(const Expr *argument, const Value &value) {
  const Expr *inner = stripped(argument);
  if (inner == value.expr || inner == stripped(value.expr))
    return true;
  const auto *reference = dyn_cast_or_null<DeclRefExpr>(inner);
  return reference && value.holder && reference->getDecl() == value.holder;
}

const Value *startedIn(const Call &call, const Function &function) {
  for (const Value &value : function.values) {
    if (!value.callee || value.calleeFacts->needsNobody() || value.calleeFacts->detaches ||
        value.fate != Fate::Used || !losesError(*value.meaning))
      continue;
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && isValue(argument, value))
        return &value;
  }
  return nullptr;
}

/// empty(), size(), reserve(n), and putting in more.
bool leavesElements(const Mention &mention, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method)
    return false;
  auto isNumber = [](const Expr *each) { return each->getType()->isArithmeticType(); };
  if (call->getNumArgs() == 0)
    return method->isConst() && method->getReturnType()->isArithmeticType();
  return (method->getReturnType()->isVoidType() && llvm::all_of(call->arguments(), isNumber)) ||
         llvm::any_of(call->arguments(), [&](const Expr *each) {
           return knowledge.type(each->getType()).asynchronous();
         });
}

/// Whether a try block in \p node is around \p expr.
bool isTried(const Stmt *node, const Expr &expr) {
  if (const auto *attempt = dyn_cast_or_null<CXXTryStmt>(node);
      attempt && contains(attempt->getTryBlock(), expr))
    return true;
  return node &&
         llvm::any_of(node->children(), [&](const Stmt *child) { return isTried(child, expr); });
}

/// `for (auto &each : container) co_await each;`: an exception out of it leaves the loop.
class RoundMachine : public Machine {
public:
  RoundMachine(const VarDecl &container, const CXXForRangeStmt &loop)
      : container_(container), each_(*loop.getLoopVariable()), body_(*loop.getBody()) {}

  Next on(unsigned state, const Event &event) override {
    bool looksAgain = event.kind == Event::Mentioned && event.variable == &container_;
    return state == Flying && looksAgain ? Next::stop() : Next::go(state);
  }
  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    if (kind != Edge::AwaitThrows || state == Flying)
      return Next::stop();
    const auto *operand = dyn_cast_or_null<DeclRefExpr>(stripped(coro::writtenOperand(*expr)));
    if (!operand || operand->getDecl() != &each_ || isTried(&body_, *expr))
      return Next::stop();
    await_ = expr;
    return Next::go(Flying);
  }
  Next atExit(unsigned state, bool) override {
    return state == Flying ? Next::report() : Next::stop();
  }

  const Expr *await() const { return await_; }

private:
  enum State : unsigned { Calm, Flying };
  const VarDecl &container_;
  const VarDecl &each_;
  const Stmt &body_;
  const Expr *await_ = nullptr;
};

/// The range-for loops over \p container in \p node, nested functions apart.
void loopsOver(const VarDecl &container, const Stmt *node,
               llvm::SmallVectorImpl<const CXXForRangeStmt *> &found) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *loop = dyn_cast<CXXForRangeStmt>(node)) {
    const auto *range = dyn_cast_or_null<DeclRefExpr>(stripped(loop->getRangeInit()));
    if (range && range->getDecl() == &container)
      found.push_back(loop);
  }
  for (const Stmt *child : node->children())
    loopsOver(container, child, found);
}

/// The for loops in \p node, nested functions apart.
void countingLoops(const Stmt *node, llvm::SmallVectorImpl<const ForStmt *> &found) {
  if (!node || isa<LambdaExpr>(node))
    return;
  if (const auto *loop = dyn_cast<ForStmt>(node))
    found.push_back(loop);
  for (const Stmt *child : node->children())
    countingLoops(child, found);
}

/// Whether \p one and \p other count to the same: `i < count` and `j < count`.
bool haveSameBound(const ForStmt &one, const ForStmt &other, const ASTContext &context) {
  const auto *left = dyn_cast_or_null<BinaryOperator>(one.getCond());
  const auto *right = dyn_cast_or_null<BinaryOperator>(other.getCond());
  if (!left || !right || !left->isComparisonOp() || left->getOpcode() != right->getOpcode())
    return false;
  llvm::FoldingSetNodeID leftBound, rightBound;
  left->getRHS()->Profile(leftBound, context, true);
  right->getRHS()->Profile(rightBound, context, true);
  return leftBound == rightBound;
}

/// Whether \p loop deals only with those of its elements that tell that they are done or have
/// failed: what is still pending stays where it is.
bool takesDoneOnly(const CXXForRangeStmt &loop, Ways &ways, Unit &unit) {
  const VarDecl &each = *loop.getLoopVariable();
  auto tells = [&](const Question &question) {
    const model::FunctionFacts *facts =
        question.method ? &unit.knowledge().function(*question.method) : nullptr;
    return question.variable == &each && facts && (facts->queries || facts->asksError);
  };
  Obligation obligation;
  obligation.variable = &each;
  obligation.effect = [&](const Mention &mention) {
    const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
    const model::FunctionFacts *facts = call && call->getMethodDecl()
                                            ? &unit.knowledge().function(*call->getMethodDecl())
                                            : nullptr;
    bool asks = mention.how == How::Method && facts && (facts->queries || facts->asksError);
    return asks || mention.how == How::Ignored ? Effect::None : Effect::Discharged;
  };
  return llvm::any_of(breaches(ways, obligation), [&](const Breach &breach) {
    return !breach.path.empty() && llvm::all_of(breach.path, [&](const Decision &decision) {
      std::optional<Question> question = decision.expr ? questionOf(*decision.expr) : std::nullopt;
      return question && tells(*question) && (decision.kind == Edge::True) == question->negated;
    });
  });
}

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<Collected> run() {
    if (function_.mayLackUses)
      return {};
    for (const Call &call : function_.calls) {
      const VarDecl *container = containerOf(call, unit_.knowledge());
      const Value *value = container ? startedIn(call, function_) : nullptr;
      if (!value || !holds(container->getType(), value->expr->getType()))
        continue;
      Ways *ways = unit_.waysThrough(function_);
      if (ways && !unread(*ways, call, *container, *value))
        oneByOne(*ways, *container, *value);
    }
    return std::move(result_);
  }

private:
  bool unread(Ways &ways, const Call &put, const VarDecl &container, const Value &value) {
    Obligation obligation;
    obligation.variable = &container;
    obligation.dormant = true;
    obligation.effect = [&](const Mention &mention) {
      if (mention.call == put.expr && mention.how == How::Method)
        return Effect::Begins;
      return effectThroughCalls(mention, unit_,
                                [this](const Mention &each) { return effectOn(each); });
    };
    // if (!tasks.empty())
    const llvm::SmallPtrSet<const Expr *, 2> readers = readingLoops(ways, put, container);
    obligation.mayBeDue = [&, readers](const Expr &condition, bool holds) {
      if (!holds && readers.contains(coreOf(&condition)))
        return false;
      std::optional<Question> question = questionOf(condition);
      return !question || question->variable != &container || holds == question->negated;
    };
    obligation.throws = [this](const Expr &await) { return awaitsStartedWork(await, unit_); };
    llvm::SmallVector<const CXXForRangeStmt *, 2> loops;
    loopsOver(container, function_.body, loops);
    llvm::SmallPtrSet<const Stmt *, 2> pickingOnly;
    for (const CXXForRangeStmt *loop : loops)
      if (takesDoneOnly(*loop, ways, unit_))
        pickingOnly.insert(stripped(loop->getRangeInit()));
    if (!pickingOnly.empty())
      obligation.effect = [direct = obligation.effect, &pickingOnly](const Mention &mention) {
        return pickingOnly.contains(mention.expr) ? Effect::None : direct(mention);
      };
    std::vector<Breach> found = breaches(ways, obligation);
    if (!found.empty())
      result_.push_back({Collected::Unread, &value, &container, nullptr, found.front()});
    return !found.empty();
  }

  /// The conditions of loops that use elements of \p container and count as far as the one around
  /// \p put: behind them nothing is left unread.
  llvm::SmallPtrSet<const Expr *, 2> readingLoops(Ways &ways, const Call &put,
                                                  const VarDecl &container) {
    llvm::SmallPtrSet<const Expr *, 2> result;
    if (loops_.empty())
      countingLoops(function_.body, loops_);
    const auto writer = llvm::find_if(
        loops_, [&](const ForStmt *loop) { return contains(loop->getBody(), *put.expr); });
    if (writer == loops_.end())
      return result;
    for (const ForStmt *reader : loops_)
      if (reader != *writer && haveSameBound(**writer, *reader, unit_.context()) &&
          llvm::any_of(ways.graph().mentions().all(), [&](const Mention &mention) {
            return mention.variable == &container && effectOn(mention) == Effect::Discharged &&
                   contains(reader->getBody(), *mention.expr);
          }))
        result.insert(coreOf(reader->getCond()));
    return result;
  }

  Effect effectOn(const Mention &mention) {
    switch (mention.how) {
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return Effect::None;
    case How::Assigned:
      return Effect::Renewed;
    case How::Method:
      return leavesElements(mention, unit_.knowledge()) ? Effect::None : Effect::Discharged;
    default:
      return Effect::Discharged;
    }
  }

  void oneByOne(Ways &ways, const VarDecl &container, const Value &value) {
    llvm::SmallVector<const CXXForRangeStmt *, 2> loops;
    loopsOver(container, function_.body, loops);
    for (const CXXForRangeStmt *loop : loops) {
      RoundMachine machine(container, *loop);
      bool lost = false;
      bool finished =
          ways.runFrom(*loop->getLoopVariable(), machine, [&](const Report &) { lost = true; });
      if (!finished || !lost)
        continue;
      result_.push_back({Collected::OneByOne, &value, &container, machine.await(), {}});
      return;
    }
  }

  const Function &function_;
  Unit &unit_;
  /// Empty before they are asked for.
  llvm::SmallVector<const ForStmt *, 4> loops_;
  std::vector<Collected> result_;
};

} // namespace

std::vector<Collected> lostInContainers(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

std::vector<Collected> lostInContinuations(const Function &function, Unit &unit) {
  std::vector<Collected> result;
  for (const HandOver &handOver : function.handOvers) {
    const auto *lambda = handOver.skipped ? dyn_cast<LambdaExpr>(handOver.callable) : nullptr;
    const Expr *before = lambda && handOver.call ? objectOfCall(*handOver.call) : nullptr;
    if (!lambda || (before && isOfOwnPromise(*before, function, unit)))
      continue;
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByCopy &&
          losesError(unit.knowledge().type(capture.getCapturedVar()->getType())))
        result.push_back(
            {Collected::InContinuation, nullptr, capture.getCapturedVar(), lambda, {}});
  }
  return result;
}

} // namespace asynctidy::flow
