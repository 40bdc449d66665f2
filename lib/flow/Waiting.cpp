// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Waiting.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Settled.h"
#include "flow/Unit.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What is waited for: the object of future.get(), the argument of sync_wait(task).
const ValueDecl *awaited(const Call &call) {
  return call.object ? call.object : named(call.argument(0));
}

bool wasAwaitedBefore(const ValueDecl *object, model::Waits what, const Function &function,
                      const Expr &place, const SourceManager &sources) {
  return llvm::any_of(function.suspensions, [&](const Expr *operand) {
    return sources.isBeforeInTranslationUnit(operand->getEndLoc(), place.getBeginLoc()) &&
           awaits(operand, object, what);
  });
}

/// A callback is called when what it is given is done.
bool isGiven(const Call &call, const Function &function) {
  const ValueDecl *object = awaited(call);
  return !function.isCoroutine && isa_and_nonnull<ParmVarDecl>(object) &&
         object->getDeclContext() == function.decl;
}

/// What is waited for, as written.
const Expr *waitedFor(const Call &call) {
  const Expr *object = objectOfCall(*call.expr);
  return object ? object : call.argument(0);
}

/// What a function waits for that its callers may know more of: the result or thread that they
/// give it. All that they cannot know is one thing.
class Waits : public ChainQuestion {
public:
  explicit Waits(Unit &unit) : unit_(unit) {}

  /// Whether \p call itself waits for what may not be done.
  bool isWait(const Function &function, const Call &call) const {
    return call.facts->waits && !call.facts->nonblocking && !call.afterHop && !call.hops &&
           !hasZeroTimeout(call, unit_.context()) && !isYielded(waitedFor(call)) &&
           !isSettled(awaited(call), *call.facts->waits, function, *call.expr);
  }

  std::optional<ChainKey> direct(const Function &function, const Call &call) override {
    if (!isWait(function, call))
      return std::nullopt;
    if (*call.facts->waits == model::Waits::Loop)
      return toNumber({Origin::Own});
    return keyOf(waitedFor(call), function);
  }

  std::optional<ChainKey> through(const Function &function, const Expr &site,
                                  const Function &callee, ChainKey inner) override {
    Origin origin = fromNumber(inner);
    if (origin.kind == Origin::Own)
      return inner;
    const Expr *written = writtenFor(origin, *callee.decl, site);
    const ValueDecl *object = written ? named(written) : origin.variable;
    if ((written && isYielded(written)) ||
        isSettled(object, model::Waits::Result, function, site) ||
        mayBeAsked(object, function, site))
      return std::nullopt;
    return written ? keyOf(written, function)
                   : keyOf(originAtCaller(origin, callee, site, function));
  }

  bool runs(const Function &, const Expr &, const Function &callee) override {
    // What the loop runs anyhow has its own reports.
    return !callee.isCoroutine && !unit_.knowledge().type(callee.decl->getReturnType()).onLoop &&
           !unit_.knowledge().function(*callee.decl).nonblocking;
  }

private:
  static std::optional<ChainKey> keyOf(Origin origin) {
    if (origin.kind == Origin::Unknown)
      return std::nullopt;
    return toNumber(origin.fromOutside() ? origin : Origin{Origin::Own});
  }

  static std::optional<ChainKey> keyOf(const Expr *object, const Function &function) {
    return keyOf(isNew(object, function) ? Origin{Origin::Own} : originOf(object, function));
  }

  /// A handle that comes out of a call, also by way of a local variable, has not been asked.
  static bool isNew(const Expr *object, const Function &function) {
    const Expr *inner = object ? stripped(object) : nullptr;
    const auto *reference = dyn_cast_or_null<DeclRefExpr>(inner);
    const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
    if (variable && variable->hasLocalStorage() && !isa<ParmVarDecl>(variable) &&
        variable->getDeclContext() == function.decl && variable->getInit() &&
        !variable->getType()->isReferenceType())
      inner = stripped(variable->getInit());
    return inner && isa<CallExpr>(inner) && inner->isPRValue();
  }

  /// Whether an earlier call in \p function says that what \p object stands for is done, or whether
  /// it is.
  bool isSettled(const ValueDecl *object, model::Waits what, const Function &function,
                 const Expr &place) const {
    if (!object)
      return false;
    for (const Call &call : function.calls) {
      if (call.expr == &place)
        break;
      if ((call.facts->waits || call.facts->queries) && awaited(call) == object)
        return true;
    }
    return wasAwaitedBefore(object, what, function, place, unit_.context().getSourceManager());
  }

  /// Whether something was asked of an object that is no handle itself: whatever that was.
  static bool mayBeAsked(const ValueDecl *object, const Function &function, const Expr &place) {
    for (const Call &call : function.calls) {
      if (call.expr == &place)
        break;
      if (object && call.object == object && call.callee->getReturnType()->isBooleanType())
        return true;
    }
    return false;
  }

  Unit &unit_;
};

class Search {
public:
  explicit Search(Unit &unit) : unit_(unit), question_(unit), chains_(unit, question_) {}

  std::vector<LoopWait> run() {
    for (const Function &function : unit_.functions())
      if (unit_.contextOf(function) == Context::OnLoop)
        look(function);
    return std::move(result_);
  }

private:
  void look(const Function &function) {
    llvm::SmallVector<const Call *, 8> open;
    for (const Call &call : llvm::concat<const Call>(function.calls, function.indirectCalls)) {
      if (question_.isWait(function, call)) {
        if (!isGiven(call, function))
          add({&function, &call, {{0, call.expr, call.callee, call.facts, {}}}});
      } else if (!call.hops && !call.afterHop)
        open.push_back(&call);
    }
    chains_.each(function, [&](const Step &step) {
      // What is handed on is judged as code of the loop itself.
      auto call = llvm::find_if(open, [&](const Call *each) {
        return step.inner && each->expr == step.call && each->callee == step.callee;
      });
      if (call != open.end())
        add({&function, *call, chains_.chain(step)});
    });
  }

  /// In a stackful coroutine the waits of its library suspend only that.
  void add(LoopWait wait) {
    const FunctionDecl *fiber = unit_.fiberOf(*wait.function);
    if (!fiber || !unit_.knowledge().inSameLibrary(*wait.chain.back().callee, *fiber))
      result_.push_back(std::move(wait));
  }

  Unit &unit_;
  Waits question_;
  Chains chains_;
  std::vector<LoopWait> result_;
};

} // namespace

std::vector<LoopWait> waitsOnLoop(Unit &unit) { return Search(unit).run(); }

} // namespace asynctidy::flow
