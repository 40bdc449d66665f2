// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Context.h"

#include "flow/Callables.h"
#include "flow/Objects.h"
#include "flow/Words.h"

using namespace clang;

namespace asynctidy::flow {

bool isAsynchronousCoroutine(const Function &function, model::Knowledge &knowledge) {
  if (!function.isCoroutine)
    return false;
  const model::Meaning &meaning = knowledge.type(function.decl->getReturnType());
  return meaning.role != model::Role::Value;
}

bool runsElsewhere(const Expr &executor, model::Knowledge &knowledge) {
  const Expr *inner = stripped(&executor);
  switch (knowledge.type(inner->getType()).role) {
  case model::Role::ThreadPool:
  case model::Role::Thread:
    return true;
  case model::Role::EventLoop:
    return false;
  default:
    break;
  }
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(inner))
    return runsElsewhere(*member->getImplicitObjectArgument(), knowledge);
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner)) {
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    return variable && variable->getInit() && !isa<ParmVarDecl>(variable) &&
           runsElsewhere(*variable->getInit(), knowledge);
  }
  auto anyArgument = [&](const auto *call) {
    return llvm::any_of(call->arguments(),
                        [&](const Expr *argument) { return runsElsewhere(*argument, knowledge); });
  };
  if (const auto *call = dyn_cast<CallExpr>(inner)) // make_strand(pool)
    return anyArgument(call);
  if (const auto *construct = dyn_cast<CXXConstructExpr>(inner))
    return anyArgument(construct);
  return false;
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

Context Contexts::of(const Function &function) const {
  return contexts_.lookup(function.decl->getCanonicalDecl());
}

void Contexts::handOver(llvm::ArrayRef<Function> functions) {
  for (const Function &function : functions)
    for (const HandOver &handOver : function.handOvers) {
      bool onLoop = handOver.runs == model::Runs::OnLoop || handOver.runs == model::Runs::OtherLoop;
      for (const FunctionDecl *target : handOver.targets) {
        Context &context = contexts_[target->getCanonicalDecl()];
        if (handOver.runs == model::Runs::OffLoop)
          context = Context::OffLoop;
        else if (onLoop && context == Context::Unknown)
          context = Context::OnLoop;
      }
    }
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
        Context &inner = contexts_[target->getCanonicalDecl()];
        changed |= inner == Context::Unknown;
        if (inner == Context::Unknown)
          inner = outer;
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

void Contexts::compute(llvm::ArrayRef<Function> functions, model::Knowledge &knowledge) {
  for (const Function &function : functions) {
    if (isAsynchronousCoroutine(function, knowledge) ||
        knowledge.type(function.decl->getReturnType()).onLoop)
      contexts_[function.decl->getCanonicalDecl()] = Context::OnLoop;
    else if (function.decl->isMain())
      contexts_[function.decl->getCanonicalDecl()] = Context::BeforeLoop;
  }
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
