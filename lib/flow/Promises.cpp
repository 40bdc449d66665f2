// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Promises.h"

#include "flow/AloneFutures.h"
#include "flow/Callables.h"
#include "flow/Completion.h"
#include "flow/OwnPromises.h"
#include "flow/Settled.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <clang/Basic/SourceManager.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool completes(const Mention &mention, model::Knowledge &knowledge) {
  const CXXMethodDecl *method = methodOf(mention);
  return method && knowledge.function(*method).does == model::Does::Completes;
}

/// What a mention means to a promise that one owner has: the future it hands out makes it due.
Effect onPromise(const Mention &mention, model::Knowledge &knowledge) {
  switch (mention.how) {
  case How::Tested:
  case How::Ignored:
  case How::Read:
    return Effect::None;
  case How::Assigned:
    return Effect::Renewed;
  case How::Method: {
    const CXXMethodDecl *method = methodOf(mention);
    if (!method || completes(mention, knowledge))
      return Effect::Discharged;
    if (knowledge.type(method->getReturnType()).asynchronous())
      return Effect::Begins;
    return isQuestion(*method, knowledge) ? Effect::None : Effect::Discharged;
  }
  default:
    return Effect::Discharged;
  }
}

/// Whether \p mention puts a copy of a shared handle somewhere, where others wait: an assignment or
/// a container. Any other function may be there to complete it.
bool stores(const Mention &mention) {
  if (mention.how == How::Copied)
    return true;
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  if (mention.how != How::Passed || !call)
    return false;
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(call))
    return operation->getOperator() == OO_Equal;
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  return method && method->getParent()->isInStdNamespace();
}

/// What a mention means to a future that is a shared handle: others wait as soon as it is stored.
Effect onSharedFuture(const Mention &mention, model::Knowledge &knowledge) {
  if (stores(mention))
    return Effect::Begins;
  if (mention.how == How::Awaited)
    return Effect::None;
  if (const CXXMethodDecl *method = methodOf(mention)) {
    model::FunctionFacts facts = knowledge.function(*method);
    if (facts.does == model::Does::Completes || facts.does == model::Does::Cancels)
      return Effect::Discharged;
    return Effect::None;
  }
  return onPromise(mention, knowledge);
}

class Search {
public:
  Search(const Function &function, Unit &unit)
      : function_(function), unit_(unit), knowledge_(unit.knowledge()) {}

  std::vector<Unfulfilled> run() {
    if (function_.mayLackUses || !function_.body)
      return {};
    for (const ParmVarDecl *parameter : function_.decl->parameters())
      if (isPromise(*parameter) && !parameter->getType()->isLValueReferenceType())
        given(*parameter);
    for (const VarDecl *variable : function_.variables) {
      if (isPromise(*variable))
        local(*variable);
      else if (isOpenFuture(*variable))
        openFuture(*variable);
    }
    captures();
    return std::move(result_);
  }

private:
  bool isPromise(const VarDecl &variable) {
    return knowledge_.type(variable.getType()).role == model::Role::Promise;
  }

  bool isOpenFuture(const VarDecl &variable) {
    const Expr *init = variable.getInit();
    const auto *call = init ? dyn_cast<CallExpr>(init->IgnoreUnlessSpelledInSource()) : nullptr;
    return call && knowledge_.call(*call).openFuture;
  }

  /// Whether the function does with \p variable anywhere what \p matches says.
  bool anyMention(const VarDecl &variable, llvm::function_ref<bool(const Mention &)> matches) {
    Ways *ways = unit_.waysThrough(function_);
    return ways && llvm::any_of(ways->graph().mentions().all(), [&](const Mention &mention) {
             return mention.variable == &variable && matches(mention);
           });
  }

  Effect effect(const Mention &mention) {
    Effect effect = effectThroughCalls(
        mention, unit_, [&](const Mention &each) { return onPromise(each, knowledge_); });
    if (effect != Effect::Begins)
      return effect;
    if (isWaitedForAtOnce(mention))
      return Effect::Discharged;
    return isWaitedForByNobody(mention, function_, unit_) ? Effect::None : effect;
  }

  /// promise.get_future().wait() goes on when somebody has completed it. If it was handed on in a
  /// loop before, the loop had a round.
  bool isWaitedForAtOnce(const Mention &getter) {
    auto isFuture = [&](const Expr *waited) { return waited && stripped(waited) == getter.call; };
    const bool isWaited = llvm::any_of(function_.suspensions, isFuture) ||
                          llvm::any_of(function_.calls, [&](const Call &call) {
                            return call.facts->waits == model::Waits::Result &&
                                   !call.facts->timeout && isFuture(waitedFor(call));
                          });
    const auto *promise = dyn_cast<VarDecl>(getter.variable);
    const SourceManager &sources = unit_.context().getSourceManager();
    return isWaited && promise && anyMention(*promise, [&](const Mention &each) {
             return (each.how == How::Captured || each.how == How::Passed) &&
                    onPromise(each, knowledge_) == Effect::Discharged &&
                    sources.isBeforeInTranslationUnit(each.expr->getBeginLoc(),
                                                      getter.expr->getBeginLoc()) &&
                    isInLoop(function_.body, *each.expr);
           });
  }

  bool isDischargedSomewhere(const VarDecl &variable) {
    return anyMention(variable,
                      [&](const Mention &each) { return effect(each) == Effect::Discharged; });
  }

  /// What is given and never used may be refused on purpose.
  void given(const VarDecl &promise) {
    if (isDischargedSomewhere(promise))
      follow(promise, /*dormant=*/false);
  }

  void local(const VarDecl &promise) {
    if (promise.getType()->isReferenceType() || promise.isStaticLocal() || !promise.getInit())
      return;
    const auto *made = dyn_cast<CXXConstructExpr>(promise.getInit()->IgnoreImplicit());
    bool isNew = made && made->getNumArgs() == 0;
    bool takenOver = made && made->getNumArgs() == 1 &&
                     made->getConstructor()->isMoveConstructor() &&
                     !isa<CXXConstructExpr>(stripped(promise.getInit()));
    if (isNew || (takenOver && isDischargedSomewhere(promise)))
      follow(promise, /*dormant=*/isNew);
  }

  /// [promise = std::move(promise)] in a lambda that something calls once, later.
  void captures() {
    const auto *method = dyn_cast<CXXMethodDecl>(function_.decl);
    if (!method || !method->getParent()->isLambda() || !isCalledOnce(*method))
      return;
    for (const LambdaCapture &capture : method->getParent()->captures())
      if (capture.capturesVariable())
        if (const auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar());
            variable && variable->isInitCapture() && isPromise(*variable))
          given(*variable);
  }

  bool isCalledOnce(const FunctionDecl &lambda) {
    const Function *outer = unit_.find(function_.enclosing);
    return outer && llvm::any_of(outer->handOvers, [&](const HandOver &each) {
             return llvm::is_contained(each.targets, &lambda) && each.call && !each.throughCallee &&
                    (each.runs == model::Runs::OnLoop || each.runs == model::Runs::OffLoop);
           });
  }

  /// Whether whoever waits hears of it when the promise is destroyed.
  bool failsWhenDropped(const VarDecl &promise) {
    if (knowledge_.type(promise.getType()).drop == coro::Drop::Fails)
      return true;
    // A destructor of its own may be there for that.
    const CXXRecordDecl *record = model::recordOf(promise.getType());
    const CXXRecordDecl *definition = record ? model::definitionOf(*record) : nullptr;
    return !definition || definition->hasUserDeclaredDestructor();
  }

  void follow(const VarDecl &promise, bool dormant) {
    Obligation obligation;
    obligation.variable = &promise;
    obligation.given = isa<ParmVarDecl>(promise) || promise.isInitCapture();
    obligation.dormant = dormant;
    obligation.effect = [this](const Mention &mention) { return effect(mention); };
    obligation.caught = true;
    if (!failsWhenDropped(promise))
      obligation.throws = [](const Expr &) { return true; };
    add(promise, obligation);
  }

  void openFuture(const VarDecl &future) {
    if (future.getType()->isReferenceType())
      return;
    if (std::optional<AloneAwait> alone = awaitedAlone(future, function_, unit_)) {
      result_.push_back(
          {Unfulfilled::Alone, &future, {}, false, alone->await, std::move(alone->path)});
      return;
    }
    // Who completes it here on one way is the one who has to do it.
    if (!anyMention(future, [&](const Mention &each) { return completes(each, knowledge_); }))
      return;
    Obligation obligation;
    obligation.variable = &future;
    obligation.dormant = true;
    obligation.effect = [this](const Mention &mention) {
      return effectThroughCalls(
          mention, unit_, [this](const Mention &each) { return onSharedFuture(each, knowledge_); });
    };
    obligation.caught = true;
    obligation.throws = [](const Expr &) { return true; };
    add(future, obligation);
  }

  void add(const VarDecl &promise, Obligation &obligation) {
    Ways *ways = unit_.waysThrough(function_);
    if (!ways)
      return;
    obligation.mayBeDue = [&](const Expr &condition, bool holds) {
      std::optional<Question> question = questionOf(condition);
      if (!question || question->variable != &promise)
        return true;
      bool yes = holds != question->negated;
      if (!question->method || isa<CXXConversionDecl>(question->method) ||
          llvm::StringRef(model::lastComponent(*question->method)).equals_insensitive("valid"))
        return yes;
      // Once it is done there is no more to do; nobody knows what other questions mean.
      return knowledge_.function(*question->method).queries && !yes;
    };
    std::vector<Breach> found = breaches(*ways, obligation);
    if (found.empty())
      return;
    // A way without an exception says more.
    auto best =
        llvm::find_if(found, [](const Breach &each) { return each.kind != Breach::Thrown; });
    result_.push_back({Unfulfilled::Incomplete,
                       &promise,
                       best == found.end() ? found.front() : *best,
                       isDischargedSomewhere(promise),
                       nullptr,
                       {}});
  }

  const Function &function_;
  Unit &unit_;
  model::Knowledge &knowledge_;
  std::vector<Unfulfilled> result_;
};

} // namespace

std::vector<Unfulfilled> unfulfilledPromises(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
