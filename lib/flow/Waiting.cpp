// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Waiting.h"

#include "flow/Callables.h"
#include "flow/Executors.h"
#include "flow/Objects.h"
#include "flow/Settled.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// What a function waits for that its callers may know more of: the result or thread that they
/// give it. All that they cannot know is one thing.
class Waits : public ChainQuestion {
public:
  explicit Waits(Unit &unit) : unit_(unit) {}

  /// Whether \p call itself waits for what may not be done.
  bool isWait(const Function &function, const Call &call) const {
    return call.facts->waits && !call.facts->nonblocking && !call.afterHop && !call.hops &&
           !hasZeroTimeout(call, unit_.context()) &&
           !isSettled(waitedFor(call), call.object ? call.object : named(call.argument(0)),
                      *call.facts->waits, function, *call.expr, unit_);
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
    // Results and threads are settled alike, but for what is awaited by something else.
    if (isSettled(written, object, model::Waits::Result, function, site, unit_) ||
        mayBeAsked(object, function, site))
      return std::nullopt;
    return written ? keyOf(written, function)
                   : keyOf(originAtCaller(origin, callee, site, function));
  }

  bool runs(const Function &, const Expr &, const Function &callee) override {
    // await_resume() is called when what it asks for the result is done.
    const IdentifierInfo *name = callee.decl->getIdentifier();
    if (name && name->isStr("await_resume"))
      return false;
    // What the loop runs anyhow has its own reports, and of what waits by its model all is said.
    const model::FunctionFacts &facts = unit_.knowledge().function(*callee.decl);
    return !callee.isCoroutine && !unit_.knowledge().type(callee.decl->getReturnType()).onLoop &&
           !facts.nonblocking && !facts.waits;
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

  Unit &unit_;
};

class Search {
public:
  explicit Search(Unit &unit) : unit_(unit), question_(unit), chains_(unit, question_) {}

  std::vector<LoopWait> run() {
    for (const Function &function : unit_.functions())
      if (unit_.contextOf(function) == Context::OnLoop)
        look(function);
      else if (startsOn(function, unit_.knowledge()) == model::Role::ThreadPool)
        lookOnPool(function);
    return std::move(result_);
  }

private:
  void look(const Function &function) {
    // A stackful coroutine suspends in what its own library waits in.
    const FunctionDecl *fiber = unit_.fiberOf(function);
    auto suspends = [&](const FunctionDecl &callee) {
      return fiber && unit_.knowledge().inSameLibrary(callee, *fiber);
    };
    llvm::SmallVector<const Call *, 8> open;
    for (const Call &call : llvm::concat<const Call>(function.calls, function.indirectCalls)) {
      if (call.hops || call.afterHop || suspends(*call.callee))
        continue;
      if (question_.isWait(function, call))
        add({&function, &call, {{0, call.expr, call.callee, call.facts, {}}}});
      else if (!call.facts->waits)
        open.push_back(&call);
    }
    chains_.each(function, [&](const Step &step) {
      // What is handed on is judged as code of the loop itself.
      auto call = llvm::find_if(open, [&](const Call *each) {
        return step.inner && each->expr == step.call && each->callee == step.callee;
      });
      if (call == open.end())
        return;
      std::vector<Step> chain = chains_.chain(step);
      if (!suspends(*chain.back().callee))
        add({&function, *call, std::move(chain)});
    });
  }

  /// Where the thread waits for the coroutine anyhow, it stalls nothing else.
  void add(LoopWait wait) {
    if (!unit_.runsOnWaitingThread(*wait.function, *wait.call->expr))
      result_.push_back(std::move(wait));
  }

  void lookOnPool(const Function &function) {
    for (const Call &call : function.calls)
      if (call.facts->waits == model::Waits::Result && question_.isWait(function, call) &&
          canBeAwaited(waitedFor(call)))
        result_.push_back({&function, &call, {{0, call.expr, call.callee, call.facts, {}}}, true});
  }

  bool canBeAwaited(const Expr *work) {
    if (!work)
      return false;
    const model::Meaning &meaning = unit_.knowledge().type(stripped(work)->getType());
    return meaning.awaitable && meaning.asynchronous();
  }

  Unit &unit_;
  Waits question_;
  Chains chains_;
  std::vector<LoopWait> result_;
};

} // namespace

std::vector<LoopWait> waitsOnLoop(Unit &unit) { return Search(unit).run(); }

} // namespace asynctidy::flow
