// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Joining.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isWork(const Expr &argument, model::Knowledge &knowledge) {
  const model::Meaning &meaning = knowledge.type(argument.getType());
  return meaning.asynchronous() || meaning.role == model::Role::Awaitable;
}

/// A method that a scope is given work with: by its model, or because it takes a task.
bool givesWork(const Mention &mention, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (mention.how != How::Method || !method || method->isConst())
    return false;
  const model::FunctionFacts &facts = knowledge.function(*method);
  if (facts.does == model::Does::Opens)
    return true;
  return !facts.does && (facts.owned || llvm::any_of(call->arguments(), [&](const Expr *argument) {
                           return isWork(*argument, knowledge);
                         }));
}

/// group.resume_on(executor), a setting, returns the scope itself for others to await.
bool returnsItself(const CXXMemberCallExpr &call, const Mention &mention) {
  const CXXRecordDecl *result = call.getType()->getAsCXXRecordDecl();
  return result && result == mention.expr->getType()->getAsCXXRecordDecl();
}

/// What a method without facts returns may be what waits for the work.
bool mayJoin(const Mention &mention, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method)
    return true;
  const model::FunctionFacts &facts = knowledge.function(*method);
  return facts.does ? facts.does == model::Does::Closes
                    : !givesWork(mention, knowledge) &&
                          (isWork(*call, knowledge) || returnsItself(*call, mention));
}

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<Unjoined> run() {
    for (const VarDecl *variable : function_.variables) {
      const model::Meaning &meaning = unit_.knowledge().type(variable->getType());
      if (meaning.role == model::Role::Scope && meaning.mustClose)
        consider(*variable);
    }
    return std::move(result_);
  }

private:
  void consider(const VarDecl &scope) {
    Ways *ways = unit_.waysThrough(function_);
    if (!ways)
      return;
    for (const Mention &mention : ways->graph().mentions().all()) {
      if (mention.variable != &scope || !startsWork(mention))
        continue;
      std::vector<Breach> found = breaches(*ways, obligation(scope, mention));
      if (found.empty())
        continue;
      // A way without an exception says more.
      auto best =
          llvm::find_if(found, [](const Breach &each) { return each.kind != Breach::Thrown; });
      result_.push_back({&scope, mention.call, best == found.end() ? found.front() : *best});
      return;
    }
  }

  /// with_gate(gate, work): a function that starts work in a scope that it is given.
  bool isEntered(const Mention &mention) {
    return mention.how == How::Passed && mention.call && !mention.moved && !mention.member &&
           unit_.knowledge().call(*mention.call).enters == mention.argument;
  }

  /// Whoever awaits the work itself, at once or by a variable, has nothing left to join.
  bool isAwaited(const Expr &call) const {
    const auto work = llvm::find_if(
        function_.values, [&](const Value &value) { return stripped(value.expr) == &call; });
    const VarDecl *holder = work == function_.values.end() ? nullptr : work->holder;
    return llvm::any_of(function_.suspensions, [&](const Expr *operand) {
      const Expr *awaited = stripped(operand);
      const auto *name = dyn_cast<DeclRefExpr>(awaited);
      return awaited == &call || (holder && name && name->getDecl() == holder);
    });
  }

  /// Also through a function that is defined here and does nothing else with the scope.
  bool startsWork(const Mention &mention) {
    if (isEntered(mention))
      return !isAwaited(*mention.call);
    if (givesWork(mention, unit_.knowledge()))
      return true;
    bool gives = false;
    auto onlyGives = [&](const Mention &use) {
      bool isWork = givesWork(use, unit_.knowledge());
      gives |= isWork;
      return isWork || effectOn(use) == Effect::None;
    };
    return unit_.parameters().onlyLooks(mention, onlyGives) && gives;
  }

  Obligation obligation(const VarDecl &scope, const Mention &start) {
    Obligation result;
    result.variable = &scope;
    result.dormant = true;
    result.effect = [this, &start](const Mention &mention) {
      if (mention.expr == start.expr)
        return Effect::Begins;
      if (isEntered(mention) || startsWork(mention))
        return Effect::None;
      return effectThroughCalls(mention, unit_,
                                [this](const Mention &each) { return effectOn(each); });
    };
    // Whatever it is asked: there may be no work left.
    result.mayBeDue = [&scope](const Expr &condition, bool) {
      std::optional<Question> question = questionOf(condition);
      return !question || question->variable != &scope;
    };
    result.throws = [](const Expr &) { return true; };
    return result;
  }

  /// std::move(group).resume_on(executor); as a whole statement does nothing.
  bool isDropped(const Mention &mention) const {
    const auto *dropped = dyn_cast_or_null<CXXMemberCallExpr>(mention.call);
    return dropped && returnsItself(*dropped, mention) &&
           llvm::any_of(function_.calls,
                        [&](const Call &call) { return call.expr == dropped && call.isStatement; });
  }

  Effect effectOn(const Mention &mention) {
    switch (mention.how) {
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return Effect::None;
    case How::Method:
      return mayJoin(mention, unit_.knowledge()) && !isDropped(mention) ? Effect::Discharged
                                                                        : Effect::None;
    default:
      return Effect::Discharged;
    }
  }

  const Function &function_;
  Unit &unit_;
  std::vector<Unjoined> result_;
};

} // namespace

std::vector<Unjoined> unjoinedScopes(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
