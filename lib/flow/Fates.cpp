// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Fates.h"

#include "coro/Suspension.h"
#include "flow/Callables.h"
#include "flow/DoneFlags.h"
#include "flow/Macros.h"
#include "flow/Unit.h"
#include "flow/Words.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// task.done(), future.valid(): asks, and leaves everything as it is.
bool isQuestion(const Mention &mention, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method)
    return false;
  const model::FunctionFacts &facts = knowledge.function(*method);
  return facts.queries || facts.asksError ||
         (method->isConst() && method->getReturnType()->isBooleanType() &&
          method->getNumParams() == 0);
}

Effect effectOn(const Mention &mention, model::Knowledge &knowledge) {
  switch (mention.how) {
  case How::Tested:
  case How::Ignored:
    return Effect::None;
  case How::Method:
    if (!isQuestion(mention, knowledge))
      return Effect::Discharged;
    // CHECK(!future.failed()) tells somebody.
    return knowledge.function(*methodOf(mention)).asksError &&
                   mention.call->getExprLoc().isMacroID()
               ? Effect::Discharged
               : Effect::None;
  case How::Assigned:
    // What the right side does with it comes before: t = std::move(t).then(...) has moved it away.
    return Effect::Renewed;
  default:
    return Effect::Discharged;
  }
}

} // namespace

/// Awaiting a sleep, or what is made done, has no error, also by way of guard(sleep(1s)).
static bool neverFails(const Expr &operand, model::Knowledge &knowledge) {
  const auto *call = dyn_cast<CallExpr>(stripped(&operand));
  if (!call || !call->getDirectCallee())
    return false;
  return knowledge.replaces(*call->getDirectCallee(), model::Blocking::Sleep) ||
         knowledge.call(*call).done ||
         (call->getNumArgs() == 1 && !isa<CXXMemberCallExpr>(call) &&
          neverFails(*call->getArg(0), knowledge));
}

bool awaitsStartedWork(const Expr &await, Unit &unit) {
  const Expr *operand = coro::writtenOperand(await);
  if (!operand || !coro::isWrittenAwait(await) || neverFails(*operand, unit.knowledge()))
    return false;
  const model::Meaning &meaning = unit.knowledge().type(stripped(operand)->getType());
  return meaning.role == model::Role::Task || meaning.role == model::Role::Future;
}

namespace {

/// The ways through \p function if those of \p value can be followed there.
Ways *waysOf(const Value &value, const Function &function, Unit &unit) {
  if (function.mayLackUses || !value.holder || value.holder->getType()->isReferenceType())
    return nullptr;
  if (const auto *call = dyn_cast<CallExpr>(value.expr); call && handsOn(*call))
    return nullptr;
  return unit.waysThrough(function);
}

/// `if (task)` asks whether there is work at all.
bool asksForWork(const Question &question) {
  return !question.method || isa<CXXConversionDecl>(question.method) ||
         llvm::StringRef(model::lastComponent(*question.method)).equals_insensitive("valid");
}

Obligation use(const ValueDecl &variable, Unit &unit) {
  Obligation obligation;
  obligation.variable = &variable;
  obligation.effect = [&unit](const Mention &mention) {
    return effectThroughCalls(
        mention, unit, [&](const Mention &each) { return effectOn(each, unit.knowledge()); });
  };
  obligation.mayBeDue = [&variable, &unit](const Expr &condition, bool holds) {
    std::optional<Question> question = questionOf(condition);
    if (!question || question->variable != &variable)
      return true;
    bool asksError = question->method && unit.knowledge().function(*question->method).asksError;
    return !(asksError || asksForWork(*question)) || holds != question->negated;
  };
  obligation.throws = [&unit](const Expr &await) { return awaitsStartedWork(await, unit); };
  return obligation;
}

/// Nobody else can have it: it cannot be copied.
bool isOnlyOwner(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->hasDefinition() && !record->hasSimpleCopyConstructor() &&
         llvm::none_of(record->ctors(), [](const CXXConstructorDecl *constructor) {
           return constructor->isCopyConstructor() && !constructor->isDeleted();
         });
}

/// Whether the way of \p breach takes the other arm of the ?: that \p value is an arm of.
bool takesOtherArm(const Breach &breach, const Value &value, const ASTContext &context) {
  Conditions conditions(context);
  std::optional<Condition> choice =
      value.condition ? conditions.of(*value.condition) : std::nullopt;
  return choice && llvm::any_of(breach.path, [&](const Decision &decision) {
           if (decision.kind != Edge::True && decision.kind != Edge::False)
             return false;
           std::optional<Condition> passed = conditions.of(*decision.expr);
           bool holds = (decision.kind == Edge::True) != (passed && passed->negated);
           return passed && passed->id == choice->id &&
                  holds == (value.conditionHolds == choice->negated);
         });
}

std::vector<Breach> breachesOf(Ways &ways, const Obligation &obligation, const Value &value,
                               const ASTContext &context) {
  std::vector<Breach> result = breaches(ways, obligation);
  llvm::erase_if(result,
                 [&](const Breach &breach) { return takesOtherArm(breach, value, context); });
  return result;
}

} // namespace

bool losesError(const model::Meaning &meaning) {
  return meaning.losesOutcomeWhenDropped() && meaning.errors == coro::Errors::Stored &&
         meaning.drop != coro::Drop::Destroys && meaning.drop != coro::Drop::Blocks;
}

std::vector<Breach> neverUsed(const ParmVarDecl &parameter, const Function &function, Unit &unit) {
  const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
  // Initialisers of members are no part of the body; what overrides is made to fit.
  bool isForced = method && (method->isVirtual() || isa<CXXConstructorDecl>(method) ||
                             method->getOverloadedOperator() == OO_Equal);
  if (isForced || function.mayLackUses || !parameter.getIdentifier() ||
      !isOnlyOwner(parameter.getType()) || !losesError(unit.knowledge().type(parameter.getType())))
    return {};
  Ways *ways = unit.waysThrough(function);
  if (!ways)
    return {};
  Obligation obligation = use(parameter, unit);
  obligation.given = true;
  obligation.throws = nullptr;
  // (void)unused; says so.
  obligation.effect = [direct = obligation.effect](const Mention &mention) {
    return mention.how == How::Ignored ? Effect::Discharged : direct(mention);
  };
  return breaches(*ways, obligation);
}

std::vector<Breach> neverUsed(const Value &value, const Function &function, Unit &unit,
                              bool throwing) {
  Ways *ways = waysOf(value, function, unit);
  if (!ways)
    return {};
  Obligation obligation = use(*value.holder, unit);
  if (!throwing)
    obligation.throws = nullptr;
  // executor.run(); EXPECT_TRUE(done);
  if (const DoneFlags flags = doneFlagsOf(value, function, unit); !flags.empty())
    obligation.mayBeDue = [flags, direct = obligation.mayBeDue](const Expr &condition, bool holds) {
      std::optional<Question> question = questionOf(condition);
      bool isDone = question && !question->method && flags.contains(question->variable) &&
                    holds != question->negated;
      return !isDone && direct(condition, holds);
    };
  return breachesOf(*ways, obligation, value, unit.context());
}

bool isFoundDone(const Value &value, const Function &function, Unit &unit) {
  return !doneFlagsOf(value, function, unit).empty() && waysOf(value, function, unit) &&
         neverUsed(value, function, unit, /*throwing=*/false).empty();
}

std::vector<Breach> destroyedWhilePending(const Value &value, const Function &function,
                                          Unit &unit) {
  Ways *ways = waysOf(value, function, unit);
  if (!ways)
    return {};
  Obligation obligation = use(*value.holder, unit);
  bool isDocumented = !value.meaning->why.empty();
  auto isUse = [&](const Mention &mention) {
    return mention.variable == value.holder && obligation.effect(mention) != Effect::None;
  };
  // CHECK(task.ready()) tells the test whether it is done.
  auto isAsserted = [&](const Mention &mention) {
    return mention.variable == value.holder && mention.how == How::Method && methodOf(mention) &&
           isQuestion(mention, unit.knowledge()) &&
           isInMacro(mention.call->getExprLoc(), unit.context(), saysThatItChecks);
  };
  if (llvm::any_of(ways->graph().mentions().all(), isAsserted) ||
      (isDocumented && llvm::any_of(ways->graph().mentions().all(), isUse)))
    return {};
  // What a method without facts says may be that it is done, or that it is not: there is a way on
  // which it is not only if there is one in both cases. Of two such methods nobody can tell.
  std::vector<Breach> result;
  llvm::SmallPtrSet<const CXXMethodDecl *, 2> unknown;
  for (bool doneIfTrue : {true, false}) {
    obligation.mayBeDue = [&](const Expr &condition, bool holds) {
      std::optional<Question> question = questionOf(condition);
      if (!question || question->variable != value.holder)
        return true;
      bool isTrue = holds != question->negated;
      if (asksForWork(*question))
        return isTrue;
      bool isKnown = unit.knowledge().function(*question->method).queries;
      if (!isKnown)
        unknown.insert(question->method);
      return isTrue != (isKnown || doneIfTrue);
    };
    result = breachesOf(*ways, obligation, value, unit.context());
    if (result.empty() || unknown.empty())
      return result;
  }
  return unknown.size() > 1 ? std::vector<Breach>() : result;
}

} // namespace asynctidy::flow
