// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/CrossThread.h"

#include "flow/Callables.h"
#include "flow/HandedObjects.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Which objects from outside a function it touches that belong to a loop.
class Touches : public ChainQuestion {
public:
  explicit Touches(Unit &unit) : unit_(unit) {}

  std::optional<ChainKey> direct(const Function &function, const Call &call) override {
    if (!call.facts->loopBound || call.facts->threadSafe ||
        isa<CXXConstructorDecl, CXXDestructorDecl>(call.callee))
      return std::nullopt;
    if (const Expr *object = objectOfCall(*call.expr))
      return relevant(originOf(object, function));
    const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
    return relevant(method && method->isInstance() ? Origin() : Origin{Origin::None});
  }

  std::optional<ChainKey> through(const Function &function, const Expr &site,
                                  const Function &callee, ChainKey inner) override {
    return relevant(originAtCaller(fromNumber(inner), callee, site, function));
  }

  bool runs(const Function &, const Expr &, const Function &callee) override {
    return !callee.isCoroutine && !unit_.knowledge().function(*callee.decl).threadSafe;
  }

private:
  static std::optional<ChainKey> relevant(Origin origin) {
    if (origin.fromOutside() || origin.kind == Origin::None)
      return toNumber(origin);
    return std::nullopt;
  }

  Unit &unit_;
};

/// Which loops from outside a function it runs, or may run: the thread is that loop's then.
class LoopRuns : public ChainQuestion {
public:
  explicit LoopRuns(Unit &unit) : unit_(unit) {}

  std::optional<ChainKey> direct(const Function &function, const Call &call) override {
    const Expr *object = objectOfCall(*call.expr);
    if (call.facts->waits == model::Waits::Loop && object)
      return relevant(originOf(object, function));
    bool isKnown = !call.facts->why.empty() || unit_.find(call.callee) ||
                   call.callee->isInStdNamespace() || isa<CXXConstructorDecl>(call.callee);
    if (isKnown && call.facts->waits != model::Waits::Loop)
      return std::nullopt;
    const auto *method = dyn_cast<CXXMethodDecl>(call.callee);
    if (object && method && !method->isConst() && isLoop(*object))
      return relevant(originOf(object, function));
    for (unsigned i = 0; i < call.arguments(); ++i)
      if (const Expr *argument = call.argument(i); argument && isLoop(*argument))
        if (std::optional<ChainKey> key = relevant(originOf(argument, function)))
          return key;
    return std::nullopt;
  }

  std::optional<ChainKey> through(const Function &function, const Expr &site,
                                  const Function &callee, ChainKey inner) override {
    return relevant(originAtCaller(fromNumber(inner), callee, site, function));
  }

  /// What runs a loop by its model has been asked which one; what a model describes otherwise runs
  /// none, however it is written.
  bool runs(const Function &, const Expr &, const Function &callee) override {
    return !callee.isCoroutine && unit_.knowledge().function(*callee.decl).why.empty();
  }

private:
  bool isLoop(const Expr &expr) const {
    return hasRole(stripped(&expr)->getType(), model::Role::EventLoop, unit_.knowledge());
  }

  static std::optional<ChainKey> relevant(Origin origin) {
    if (origin.kind == Origin::Own)
      return std::nullopt;
    return toNumber(origin);
  }

  Unit &unit_;
};

/// The innermost block in \p node that holds \p place.
const CompoundStmt *blockAround(const Stmt *node, SourceLocation place,
                                const SourceManager &sources) {
  if (!node)
    return nullptr;
  if (isa<CompoundStmt>(node) && !sources.isBeforeInTranslationUnit(node->getBeginLoc(), place))
    return nullptr;
  const CompoundStmt *found = nullptr;
  for (const Stmt *child : node->children())
    if (const CompoundStmt *inner = blockAround(child, place, sources))
      found = inner;
  if (found)
    return found;
  const auto *block = dyn_cast<CompoundStmt>(node);
  bool holds = block && sources.isBeforeInTranslationUnit(block->getBeginLoc(), place) &&
               sources.isBeforeInTranslationUnit(place, block->getEndLoc());
  return holds ? block : nullptr;
}

class Finder {
public:
  explicit Finder(Unit &unit)
      : unit_(unit), touches_(unit), loopRuns_(unit), touchChains_(unit, touches_),
        loopChains_(unit, loopRuns_) {}

  void look(const Function &creator, const HandOver &handOver, const Function &callable,
            std::vector<CrossThreadTouch> &result) {
    if (callable.isCoroutine || endsBeforeLoop(creator, handOver) ||
        !loopChains_.steps(callable.decl).empty())
      return;
    HandedObjects objects(handOver, *callable.decl, unit_.knowledge());
    touchChains_.each(callable, [&](const Step &step) {
      if (!objects.isForeign(fromNumber(step.key)) || isLocked(callable, *step.call))
        return;
      std::vector<Step> chain = touchChains_.chain(step);
      if (!objects.isPartOfCopy(fromNumber(step.key), *chain.back().callee))
        result.push_back({&handOver, &callable, &creator, std::move(chain)});
    });
  }

private:
  bool isBefore(SourceLocation a, SourceLocation b) const {
    return unit_.context().getSourceManager().isBeforeInTranslationUnit(a, b);
  }

  /// The thread ends, or the loop has ended, before the other begins.
  bool endsBeforeLoop(const Function &creator, const HandOver &handOver) const {
    if (creator.isCoroutine || unit_.contextOf(creator) == Context::OnLoop)
      return false;
    if (handOver.throughCallee)
      return true; // the callee may wait for it
    bool passed = false, ranBefore = false;
    for (const Call &call : creator.calls) {
      passed |= call.expr == handOver.call;
      if (call.facts->waits == model::Waits::Loop) {
        if (passed)
          return endsInBlock(creator, handOver, *call.expr);
        ranBefore = true;
      } else if (passed && call.facts->waits && call.expr != handOver.call) {
        return true;
      }
    }
    return ranBefore || isJoining(handOver);
  }

  bool isJoining(const HandOver &handOver) const {
    return unit_.knowledge().type(handOver.call->getType()).drop == coro::Drop::Blocks;
  }

  /// A thread that its destructor joins, in a block that ends before \p later.
  bool endsInBlock(const Function &creator, const HandOver &handOver, const Expr &later) const {
    if (!isJoining(handOver))
      return false;
    const CompoundStmt *block =
        blockAround(creator.body, handOver.call->getBeginLoc(), unit_.context().getSourceManager());
    return block && isBefore(block->getEndLoc(), later.getBeginLoc());
  }

  /// Whoever else touches the object may hold the lock, too.
  bool isLocked(const Function &callable, const Expr &call) const {
    const SourceManager &sources = unit_.context().getSourceManager();
    SourceLocation place = call.getBeginLoc();
    bool isGuarded = llvm::any_of(callable.variables, [&](const VarDecl *variable) {
      if (!hasRole(variable->getType(), model::Role::Lock, unit_.knowledge()) ||
          !isBefore(variable->getLocation(), place))
        return false;
      const CompoundStmt *block = blockAround(callable.body, variable->getLocation(), sources);
      return block && isBefore(place, block->getEndLoc());
    });
    return isGuarded || llvm::any_of(callable.calls, [&](const Call &other) {
             return other.facts->blocks == model::Blocking::Lock && other.object &&
                    hasRole(other.object->getType(), model::Role::Lock, unit_.knowledge()) &&
                    isBefore(other.expr->getBeginLoc(), place);
           });
  }

  Unit &unit_;
  Touches touches_;
  LoopRuns loopRuns_;
  Chains touchChains_;
  Chains loopChains_;
};

} // namespace

std::vector<CrossThreadTouch> crossThreadTouches(Unit &unit) {
  std::vector<CrossThreadTouch> result;
  Finder finder(unit);
  for (const Function &function : unit.functions())
    for (const HandOver &handOver : function.handOvers)
      if (handOver.runs == model::Runs::OffLoop && handOver.call && !handOver.isExecutorUnknown)
        for (const FunctionDecl *target : handOver.targets)
          if (const Function *callable = unit.find(target))
            finder.look(function, handOver, *callable, result);
  return result;
}

} // namespace asynctidy::flow
