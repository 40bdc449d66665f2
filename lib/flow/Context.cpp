// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Context.h"

#include "coro/Suspension.h"
#include "flow/ByHand.h"
#include "flow/Callables.h"
#include "flow/Executors.h"
#include "flow/Objects.h"
#include "flow/Words.h"

#include <clang/AST/StmtCXX.h>

using namespace clang;

namespace asynctidy::flow {

bool isAsynchronousCoroutine(const Function &function, model::Knowledge &knowledge) {
  if (!function.isCoroutine)
    return false;
  const model::Meaning &meaning = knowledge.type(function.decl->getReturnType());
  return meaning.role != model::Role::Value || meaning.asyncGenerator;
}

bool movesElsewhere(const Call &call, model::Knowledge &knowledge) {
  if (call.facts->hops)
    return true;
  auto isLoop = [&](const CXXRecordDecl *record) {
    return record &&
           knowledge.type(knowledge.context().getRecordType(record)).role == model::Role::EventLoop;
  };
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr))
    return member->getNumArgs() == 0 && saysThatItSchedules(*call.callee) &&
           !isLoop(classMeant(member->getImplicitObjectArgument()->getType()));
  for (unsigned i = 0; i < call.arguments(); ++i)
    if (const Expr *argument = call.argument(i))
      if (const CXXRecordDecl *record = classMeant(argument->getType());
          mayRunCallables(record) && !isLoop(record))
        return true;
  return false;
}

const CallExpr *movingAwait(const Expr &await, model::Knowledge &knowledge) {
  auto hops = [&](const CallExpr *call) {
    return call && call->getDirectCallee() && knowledge.call(*call).hops;
  };
  if (const CXXMemberCallExpr *suspending = coro::suspendCall(await); hops(suspending))
    return suspending;
  const auto *suspension = dyn_cast<CoroutineSuspendExpr>(&await);
  if (!suspension)
    return nullptr;
  // operator co_await(promise.await_transform(operand))
  const Expr *operand = suspension->getOperand()->IgnoreImplicit();
  const Expr *awaiter = suspension->getCommonExpr()->IgnoreImplicit();
  while (const auto *call = dyn_cast<CallExpr>(awaiter)) {
    if (call == operand || call->getNumArgs() == 0)
      return nullptr;
    if (hops(call))
      return call;
    awaiter = call->getArg(0)->IgnoreImplicit();
  }
  return nullptr;
}

Context Contexts::of(const Function &function) const {
  return contexts_.lookup(function.decl->getCanonicalDecl());
}

const FunctionDecl *Contexts::runnerOf(const Function &function) const {
  return runners_.lookup(function.decl->getCanonicalDecl());
}

const FunctionDecl *Contexts::fiberOf(const Function &function) const {
  const FunctionDecl *key = function.decl->getCanonicalDecl();
  return fibers_.contains(key) ? runners_.lookup(key) : nullptr;
}

void Contexts::handOver(llvm::ArrayRef<Function> functions) {
  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers) {
      const bool onLoop = handOver.runs == model::Runs::OnLoop ||
                          handOver.runs == model::Runs::OtherLoop ||
                          handOver.runs == model::Runs::Fiber;
      for (const FunctionDecl *target : handOver.targets) {
        const FunctionDecl *key = target->getCanonicalDecl();
        if (onLoop)
          runners_.try_emplace(key, handOver.receiver);
        if (handOver.runs == model::Runs::Fiber)
          fibers_.insert(key);
        Context &context = contexts_[key];
        if (handOver.runs == model::Runs::OffLoop)
          context = Context::OffLoop;
        else if (onLoop && context == Context::Unknown)
          context = Context::OnLoop;
      }
    }
}

/// Whether all that calls \p target inline, functions apart that only hand on what they were given,
/// does so in stackful coroutines; a coroutine leaves them where it suspends.
bool Contexts::isCalledInFibers(const FunctionDecl &target,
                                llvm::ArrayRef<Function> functions) const {
  if (isa_and_nonnull<CoroutineBodyStmt>(target.getBody()))
    return false;
  bool isFound = false;
  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers) {
      const auto *name = dyn_cast<DeclRefExpr>(handOver.callable);
      const bool isHandedOn = name && isa<ParmVarDecl>(name->getDecl());
      if (isHandedOn || !llvm::is_contained(handOver.targets, &target))
        continue;
      if (handOver.runs != model::Runs::Inline || !fiberOf(function))
        return false;
      isFound = true;
    }
  return isFound;
}

/// A callable that runs inline shares the context of the function it is written in.
bool Contexts::passInline(llvm::ArrayRef<Function> functions) {
  bool changed = false;
  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers) {
      Context outer = of(function);
      if (handOver.runs != model::Runs::Inline || outer == Context::Unknown ||
          (outer == Context::OnLoop && handOver.afterHop))
        continue;
      for (const FunctionDecl *target : handOver.targets) {
        const FunctionDecl *key = target->getCanonicalDecl();
        Context &inner = contexts_[key];
        // A function of the library on the way says less than the coroutine that it is called in.
        const bool isInFiber = inner == Context::OnLoop && fiberOf(function) &&
                               !runners_.contains(key) && isCalledInFibers(*target, functions);
        if (inner != Context::Unknown && !isInFiber)
          continue;
        inner = outer;
        changed = true;
        if (const FunctionDecl *runner = runnerOf(function))
          runners_[key] = runner;
        if (fiberOf(function))
          fibers_.insert(key);
      }
    }
  return changed;
}

bool Contexts::passThroughCalls(llvm::ArrayRef<Function> functions) {
  // What all callers seen so far have in common; Unknown for contexts that are not passed on.
  llvm::DenseMap<const FunctionDecl *, Context> common;
  for (const Function &function : functions) {
    Context context = of(function);
    if (context == Context::OnLoop)
      context = Context::Unknown;
    for (const Call &call : llvm::concat<const Call>(function.calls, function.indirectCalls)) {
      auto [place, isFirst] = common.try_emplace(call.callee->getCanonicalDecl(), context);
      if (!isFirst && place->second != context)
        place->second = Context::Unknown;
    }
  }
  bool changed = false;
  for (const Function &function : functions) {
    Context context = common.lookup(function.decl->getCanonicalDecl());
    if (function.isCoroutine || context == Context::Unknown || of(function) != Context::Unknown)
      continue;
    contexts_[function.decl->getCanonicalDecl()] = context;
    changed = true;
  }
  return changed;
}

/// co_await pool.schedule(): what comes after it in the text is elsewhere, as far as that can be
/// said without ways.
static const Expr *firstHop(const Function &function) {
  auto found = llvm::find_if(function.calls, [](const Call &call) { return call.hops; });
  return found == function.calls.end() ? nullptr : found->expr;
}

bool Contexts::passThroughAwaits(llvm::ArrayRef<Function> functions, const SourceManager &sources) {
  bool changed = false;
  auto move = [&](const FunctionDecl *callee) {
    auto awaited = callee ? contexts_.find(callee->getCanonicalDecl()) : contexts_.end();
    if (awaited == contexts_.end() || awaited->second != Context::OnLoop)
      return;
    awaited->second = Context::OffLoop;
    changed = true;
  };
  for (const Function &function : functions) {
    if (!function.isCoroutine)
      continue;
    const Expr *hop = of(function) == Context::OffLoop ? nullptr : firstHop(function);
    if (!hop && of(function) != Context::OffLoop)
      continue;
    for (const Value &value : function.values) {
      if (value.fate != Fate::Awaited ||
          (hop &&
           !sources.isBeforeInTranslationUnit(hop->getBeginLoc(), value.expr->getBeginLoc())))
        continue;
      move(value.callee);
      for (const Call &call : function.indirectCalls)
        if (call.expr == value.expr)
          move(call.callee);
    }
  }
  return changed;
}

/// The method of a library that \p function overrides, which says that it runs on a loop.
static const FunctionDecl *handlerOverridden(const FunctionDecl &function,
                                             model::Knowledge &knowledge) {
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  if (!method || method->size_overridden_methods() == 0)
    return &function;
  for (const CXXMethodDecl *each : method->overridden_methods())
    if (knowledge.function(*each).onLoop)
      return handlerOverridden(*each, knowledge);
  return &function;
}

/// What \p function is by itself.
void Contexts::start(const Function &function, model::Knowledge &knowledge) {
  const FunctionDecl *key = function.decl->getCanonicalDecl();
  bool isHandler = knowledge.function(*function.decl).onLoop;
  if (isAsynchronousCoroutine(function, knowledge) || isHandler ||
      knowledge.type(function.decl->getReturnType()).onLoop)
    contexts_[key] =
        isElsewhere(startsOn(function, knowledge)) ? Context::OffLoop : Context::OnLoop;
  else if (function.decl->isMain())
    contexts_[key] = Context::BeforeLoop;
  if (isHandler)
    runners_[key] = handlerOverridden(*function.decl, knowledge);
}

void Contexts::compute(llvm::ArrayRef<Function> functions, model::Knowledge &knowledge) {
  for (const Function &function : functions)
    start(function, knowledge);
  for (const FunctionDecl *coroutine : resumedByHand(functions))
    contexts_.erase(coroutine);
  handOver(functions);
  // Each round settles a function at least, and most units need one or two.
  bool changed = true;
  while (changed) {
    changed = passInline(functions);
    changed |= passThroughCalls(functions);
    changed |= passThroughAwaits(functions, knowledge.context().getSourceManager());
  }
}

} // namespace asynctidy::flow
