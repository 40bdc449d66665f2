// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Completion.h"

#include "flow/Unit.h"

#include <llvm/ADT/SetVector.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// A completion, and the calls that lead to it.
struct Inside {
  const Call *call = nullptr;
  std::vector<const Expr *> chain;
};

const Call *callAt(const Function &function, const Expr *expr) {
  auto found = llvm::find_if(function.calls, [&](const Call &call) { return call.expr == expr; });
  return found == function.calls.end() ? nullptr : &*found;
}

/// Where the function that \p mention passes the object to completes it without asking, directly
/// or through further functions.
std::optional<Inside> completionInside(const Mention &mention, Unit &unit, unsigned depth = 0) {
  constexpr unsigned maxDepth = 8;
  const ParmVarDecl *parameter = unit.parameters().receiver(mention);
  const Function *callee =
      parameter ? unit.find(cast<FunctionDecl>(parameter->getDeclContext())) : nullptr;
  // What a coroutine does happens later.
  if (!callee || callee->isCoroutine || depth == maxDepth)
    return std::nullopt;
  std::optional<Inside> found;
  for (const Mention *use : unit.parameters().uses(*parameter)) {
    if (const Call *call = use->how == How::Method ? callAt(*callee, use->call) : nullptr) {
      if (call->facts->queries)
        return std::nullopt;
      if (!found && call->facts->does == model::Does::Completes && !call->inTry)
        found = Inside{call, {}};
    } else if (const Call *passed = use->how == How::Passed ? callAt(*callee, use->call) : nullptr;
               passed && !passed->inTry && !found) {
      found = completionInside(*use, unit, depth + 1);
    } else if (use->how == How::Tested) {
      return std::nullopt;
    }
  }
  if (found)
    found->chain.insert(found->chain.begin(), mention.call);
  return found;
}

bool completes(const Call &call) { return call.facts->does == model::Does::Completes; }

const CXXMethodDecl *findMethod(const CXXRecordDecl *record,
                                llvm::function_ref<bool(const CXXMethodDecl &)> matches) {
  const CXXRecordDecl *definition = record ? model::definitionOf(*record) : nullptr;
  if (!definition)
    return nullptr;
  for (const Decl *member : definition->decls())
    if (const auto *method = dyn_cast_or_null<CXXMethodDecl>(member->getAsFunction());
        method && !method->isDeleted() && matches(*method))
      return method;
  for (const CXXBaseSpecifier &base : definition->bases())
    if (const CXXMethodDecl *method = findMethod(model::recordOf(base.getType()), matches))
      return method;
  return nullptr;
}

class CompletionMachine : public Machine {
public:
  /// Private: nobody else has it yet. Current: nobody else could run since it was pending.
  enum State : unsigned { Start, Private, Current, Stale, Done };

  CompletionMachine(const ValueDecl &object, const Function &function, Unit &unit, bool deferred)
      : object_(object), function_(function), unit_(unit), knowledge_(unit.knowledge()),
        deferred_(deferred), cancellable_(isCancellable(object.getType(), knowledge_)) {}

  Next on(unsigned state, const Event &event) override {
    if (state == Start)
      state = deferred_ && cancellable_ ? Stale : Current;
    switch (event.kind) {
    case Event::Declared:
      if (event.variable == &object_)
        return Next::go(Private);
      break;
    case Event::Suspended:
      if (state == Current && cancellable_) {
        suspension_ = cast<Expr>(event.at);
        return Next::go(Stale);
      }
      break;
    case Event::Mentioned:
      if (event.variable == &object_)
        return mentioned(state, *event.mention);
      break;
    case Event::Called:
      if (helpers_.contains(event.call->expr))
        return completed(state);
      if (event.call->object == &object_ && completes(*event.call))
        return completed(state);
      break;
    case Event::Destroyed:
      if (event.variable == &object_)
        return Next::go(Current);
      break;
    case Event::Caught:
      break;
    }
    return Next::go(state);
  }

  /// What throws has been suspended, too.
  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    if (kind != Edge::AwaitThrows)
      return Next::stop();
    if (state != Current || !cancellable_)
      return Next::go(state);
    suspension_ = expr;
    return Next::go(Stale);
  }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    std::optional<Question> question = questionOf(condition);
    if (!question || question->variable != &object_ || !question->method)
      return Next::go(state);
    bool yes = holds != question->negated;
    if (!knowledge_.function(*question->method).queries)
      return Next::go(Current);
    // Where it is done already, completing it is what the check was for.
    return Next::go(yes ? Done : Current);
  }

  const Expr *suspension() const { return suspension_; }
  bool wasDone() const { return wasDone_; }

  /// Says of \p completion what is completed at \p call, and where.
  void describe(const Call &call, Completion &completion) const {
    completion.object = &object_;
    completion.place = call.expr;
    completion.call = &call;
    if (auto helper = helpers_.find(call.expr); helper != helpers_.end()) {
      completion.call = helper->second.call;
      completion.chain = helper->second.chain;
    }
  }

private:
  Next mentioned(unsigned state, const Mention &mention) {
    switch (mention.how) {
    case How::Assigned:
      return Next::go(Current);
    case How::Awaited:
      return Next::go(Done);
    case How::Method:
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return Next::go(state);
    case How::Passed:
      if (handedToHelper(mention))
        return Next::go(state);
      [[fallthrough]];
    default:
      return Next::go(state == Private ? static_cast<unsigned>(Current) : state);
    }
  }

  /// Whether the call that \p mention is an argument of completes the object.
  bool handedToHelper(const Mention &mention) {
    auto [place, isNew] = helpers_.try_emplace(mention.call);
    if (!isNew)
      return true;
    const Call *call = callAt(function_, mention.call);
    std::optional<Inside> inside =
        call && !call->inTry ? completionInside(mention, unit_) : std::nullopt;
    if (inside)
      place->second = std::move(*inside);
    else
      helpers_.erase(mention.call);
    return inside.has_value();
  }

  Next completed(unsigned state) {
    wasDone_ = state == Done;
    if (state == Stale || state == Done)
      return Next::report();
    // Others may put a new one in the place of a member.
    return Next::go(isa<VarDecl>(object_) ? Done : state);
  }

  const ValueDecl &object_;
  const Function &function_;
  Unit &unit_;
  model::Knowledge &knowledge_;
  bool deferred_;
  bool cancellable_;
  const Expr *suspension_ = nullptr;
  bool wasDone_ = false;
  /// The calls that complete the object inside.
  llvm::DenseMap<const Expr *, Inside> helpers_;
};

/// Adds the variables that functions defined here complete for \p function.
void addGivenToHelpers(const Function &function, Unit &unit,
                       llvm::SmallSetVector<const ValueDecl *, 4> &objects) {
  if (!function.body)
    return;
  // Only variables of a type that can be completed: nobody else pays for the search.
  llvm::SmallVector<const VarDecl *> candidates;
  auto consider = [&](const VarDecl *variable) {
    auto isCompletion = [&](const CXXMethodDecl &method) {
      return unit.knowledge().function(method).does == model::Does::Completes;
    };
    if (findMethod(model::recordOf(variable->getType()), isCompletion))
      candidates.push_back(variable);
  };
  for (const VarDecl *parameter : function.decl->parameters())
    consider(parameter);
  for (const VarDecl *variable : function.variables)
    consider(variable);
  if (const auto *method = dyn_cast<CXXMethodDecl>(function.decl);
      method && method->getParent()->isLambda())
    for (const LambdaCapture &capture : method->getParent()->captures())
      if (capture.capturesVariable())
        if (const auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar()))
          consider(variable);
  if (candidates.empty())
    return;
  const Ways *ways = unit.waysThrough(function);
  if (!ways)
    return;
  for (const Mention &mention : ways->graph().mentions().all())
    if (mention.how == How::Passed && llvm::is_contained(candidates, mention.variable) &&
        completionInside(mention, unit))
      objects.insert(mention.variable);
}

} // namespace

bool isCancellable(QualType type, model::Knowledge &knowledge) {
  const CXXRecordDecl *record = model::recordOf(type);
  auto does = [&](model::Does what) {
    return findMethod(record, [&](const CXXMethodDecl &method) {
      return knowledge.function(method).does == what;
    });
  };
  return does(model::Does::Completes) && does(model::Does::Cancels);
}

const CXXMethodDecl *queryOf(QualType type, model::Knowledge &knowledge) {
  return findMethod(model::recordOf(type), [&](const CXXMethodDecl &method) {
    return method.getNumParams() == 0 && method.getIdentifier() &&
           knowledge.function(method).queries;
  });
}

bool isQuestion(const CXXMethodDecl &method, model::Knowledge &knowledge) {
  return knowledge.function(method).queries || (method.isConst() && method.getNumParams() == 0 &&
                                                method.getReturnType()->isBooleanType());
}

std::vector<Completion> questionableCompletions(const Function &function, Unit &unit,
                                                bool deferred) {
  llvm::SmallSetVector<const ValueDecl *, 4> objects;
  for (const Call &call : function.calls)
    if (call.object && completes(call) && !call.inTry)
      objects.insert(call.object);
  addGivenToHelpers(function, unit, objects);
  std::vector<Completion> result;
  for (const ValueDecl *object : objects) {
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    CompletionMachine machine(*object, function, unit, deferred);
    std::size_t before = result.size();
    bool finished = ways->run(machine, [&](const Report &report) {
      if (!report.event || report.event->call->inTry)
        return;
      Completion completion;
      completion.kind = machine.wasDone() ? Completion::Again : Completion::Unchecked;
      machine.describe(*report.event->call, completion);
      completion.suspension = machine.suspension();
      completion.path = report.path;
      result.push_back(std::move(completion));
    });
    if (!finished)
      result.resize(before);
  }
  return result;
}

} // namespace asynctidy::flow
