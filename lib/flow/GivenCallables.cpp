// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/GivenCallables.h"

#include "flow/Blocking.h"
#include "flow/Callables.h"
#include "flow/Mentions.h"

#include <llvm/ADT/DenseMap.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

using Find = llvm::function_ref<const Function *(const FunctionDecl *)>;

/// Where a callable runs; Unknown for what adds nothing, empty for nobody knows.
using Place = std::optional<model::Runs>;

bool isLambda(QualType type) {
  const CXXRecordDecl *record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->isLambda();
}

/// Whether \p mention calls what it names.
bool calls(const Mention &mention) {
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  if (!call || mention.member)
    return false;
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(call))
    return mention.how == How::Method && operation->getOperator() == OO_Call;
  return call->getCallee()->IgnoreParenImpCasts()->IgnoreParens() == mention.expr;
}

bool isNothing(const Mention &mention) {
  return mention.how == How::Tested || mention.how == How::Ignored;
}

class GivenOn {
public:
  explicit GivenOn(Find find) : find_(find) {}

  /// Where \p parameter, of a function with a known body, runs.
  Place of(const ParmVarDecl &parameter) {
    // While it is being looked at, recursion adds nothing of its own.
    auto [place, isNew] = known_.try_emplace(&parameter, model::Runs::Unknown);
    if (!isNew)
      return place->second;
    Place found = find(parameter);
    return known_[&parameter] = found;
  }

private:
  Place find(const ParmVarDecl &parameter) {
    const Function *function = find_(dyn_cast<FunctionDecl>(parameter.getDeclContext()));
    // What a constructor stores first is no part of its body.
    if (!function || !function->body || function->mayLackUses ||
        isa<CXXConstructorDecl>(function->decl))
      return std::nullopt;
    Place found;
    for (const Mention &mention : mentionsIn(*function).all()) {
      if (mention.variable != &parameter || isNothing(mention))
        continue;
      Place here = at(mention, *function);
      if (here == model::Runs::Unknown)
        continue;
      if (!here || (found && *found != *here))
        return std::nullopt;
      found = here;
    }
    return found;
  }

  Place at(const Mention &mention, const Function &function) {
    // When a coroutine runs, and where, is its caller's or its pool's business.
    if (calls(mention))
      return function.isCoroutine ? Place() : Place(model::Runs::Inline);
    if (mention.how == How::Captured)
      return inLambda(mention, function);
    if (mention.how != How::Passed)
      return std::nullopt;
    for (const HandOver &handOver : function.handOvers)
      // Not by the call: a conversion of the argument may be the innermost one.
      if (handOver.call && handOver.callable == mention.expr)
        return placeOf(handOver);
    for (const Call &call : function.calls)
      if (call.expr == mention.call && !isOpenCall(call) && call.callee->getNumParams() > 0 &&
          mention.argument < call.callee->getNumParams() && call.facts->callables.empty()) {
        const FunctionDecl *callee = call.callee;
        const Function *body = find_(callee);
        return body ? of(*body->decl->getParamDecl(mention.argument)) : Place();
      }
    return std::nullopt;
  }

  /// std::thread([job] { job(); }): in a lambda that is handed over, and does nothing but call it.
  Place inLambda(const Mention &mention, const Function &function) {
    for (const HandOver &handOver : function.handOvers) {
      const auto *lambda = dyn_cast<LambdaExpr>(handOver.callable);
      const VarDecl *captured = lambda ? captureOf(*lambda, mention) : nullptr;
      if (!captured)
        continue;
      const Function *body = handOver.call ? find_(handOver.target()) : nullptr;
      if (!body || !body->body || body->isCoroutine || !onlyCalls(*body, *captured))
        return std::nullopt;
      return placeOf(handOver);
    }
    return std::nullopt;
  }

  /// What the lambda calls the variable of \p mention, which is one of its captures; null if not.
  static const VarDecl *captureOf(const LambdaExpr &lambda, const Mention &mention) {
    auto init = lambda.capture_init_begin();
    for (const LambdaCapture &capture : lambda.captures()) {
      const Expr *value = *init++;
      if (capture.capturesVariable() && value && stripped(value) == mention.expr)
        return dyn_cast<VarDecl>(capture.getCapturedVar());
    }
    return nullptr;
  }

  bool onlyCalls(const Function &lambda, const VarDecl &variable) {
    return llvm::all_of(mentionsIn(lambda).all(), [&](const Mention &mention) {
      return mention.variable != &variable || isNothing(mention) || calls(mention);
    });
  }

  static Place placeOf(const HandOver &handOver) {
    bool isKnown = handOver.runs != model::Runs::Unknown && !handOver.byExecutor;
    return isKnown ? Place(handOver.runs) : Place();
  }

  const Mentions &mentionsIn(const Function &function) {
    std::unique_ptr<Mentions> &place = mentions_[function.decl];
    if (!place)
      place = std::make_unique<Mentions>(*function.body);
    return *place;
  }

  Find find_;
  llvm::DenseMap<const ParmVarDecl *, Place> known_;
  llvm::DenseMap<const FunctionDecl *, std::unique_ptr<Mentions>> mentions_;
};

} // namespace

void addGivenCallables(std::vector<Function> &functions, Targets &targets, Find find) {
  GivenOn places(find);
  for (Function &function : functions)
    for (const Call &call : function.calls) {
      const Function *callee =
          isOpenCall(call) || !call.facts->callables.empty() ? nullptr : find(call.callee);
      if (!callee)
        continue;
      for (const ParmVarDecl *parameter : callee->decl->parameters()) {
        const Expr *argument = call.argument(parameter->getFunctionScopeIndex());
        bool isLambdas = isLambda(parameter->getType());
        if (!argument || (!isLambdas && !isHolder(parameter->getType())))
          continue;
        HandOver handOver;
        handOver.targets = targets.of(*argument);
        Place runs = handOver.targets.empty() ? Place() : places.of(*parameter);
        // The callee itself tells by the type of its parameter what it hands to others.
        if (!runs || (isLambdas && *runs != model::Runs::Inline))
          continue;
        handOver.call = call.expr;
        handOver.callable = stripped(argument);
        handOver.returns = callableResult(argument);
        handOver.runs = *runs;
        handOver.receiver = call.callee;
        handOver.afterHop = call.afterHop;
        handOver.throughCallee = true;
        function.handOvers.push_back(std::move(handOver));
      }
    }
}

} // namespace asynctidy::flow
