// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Completion.h"

#include "flow/Unit.h"

#include <llvm/ADT/SetVector.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

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

  CompletionMachine(const ValueDecl &object, model::Knowledge &knowledge, bool deferred)
      : object_(object), knowledge_(knowledge), deferred_(deferred),
        cancellable_(isCancellable(object.getType(), knowledge)) {}

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
    default:
      return Next::go(state == Private ? static_cast<unsigned>(Current) : state);
    }
  }

  Next completed(unsigned state) {
    wasDone_ = state == Done;
    if (state == Stale || state == Done)
      return Next::report();
    // Others may put a new one in the place of a member.
    return Next::go(isa<VarDecl>(object_) ? Done : state);
  }

  const ValueDecl &object_;
  model::Knowledge &knowledge_;
  bool deferred_;
  bool cancellable_;
  const Expr *suspension_ = nullptr;
  bool wasDone_ = false;
};

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

std::vector<Completion> questionableCompletions(const Function &function, Unit &unit,
                                                bool deferred) {
  llvm::SmallSetVector<const ValueDecl *, 4> objects;
  for (const Call &call : function.calls)
    if (call.object && completes(call) && !call.inTry)
      objects.insert(call.object);
  std::vector<Completion> result;
  for (const ValueDecl *object : objects) {
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    CompletionMachine machine(*object, unit.knowledge(), deferred);
    std::size_t before = result.size();
    bool finished = ways->run(machine, [&](const Report &report) {
      if (!report.event || report.event->call->inTry)
        return;
      Completion completion;
      completion.kind = machine.wasDone() ? Completion::Again : Completion::Unchecked;
      completion.call = report.event->call;
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
