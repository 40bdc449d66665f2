// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/LoopEnd.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

#include <clang/AST/DeclTemplate.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool isLoop(const ValueDecl *object, model::Knowledge &knowledge) {
  const auto *variable = dyn_cast_or_null<VarDecl>(object);
  return variable && variable->hasLocalStorage() &&
         knowledge.type(variable->getType()).role == model::Role::EventLoop;
}

/// The executor argument of a call that hands it work, if that is a variable: co_spawn(loop, ...).
const ValueDecl *givenTo(const Call &call) {
  for (const model::Callable &callable : call.facts->callables) {
    if (callable.executor < 0 || callable.returned != model::Returned::Awaited)
      continue;
    const Expr *executor = stripped(call.argument(callable.executor));
    if (const auto *reference = dyn_cast_or_null<DeclRefExpr>(executor))
      return reference->getDecl();
  }
  return nullptr;
}

/// all_tasks() and its kin: whoever calls it may wait for any task.
bool yieldsTasks(const FunctionDecl &callee, model::Knowledge &knowledge) {
  const auto *result =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(model::recordOf(callee.getReturnType()));
  if (!result || result->getTemplateArgs().size() == 0 ||
      knowledge.type(callee.getReturnType()).asynchronous())
    return false;
  const TemplateArgument &element = result->getTemplateArgs()[0];
  return element.getKind() == TemplateArgument::Type &&
         knowledge.type(element.getAsType()).role == model::Role::Task;
}

/// Whether the loop runs only until an argument of \p call is done, which cannot be the work that
/// nobody passes to it.
bool runsSomethingElse(const Call &call, Unit &unit) {
  for (unsigned i = 0; i < call.arguments(); ++i) {
    const Expr *argument = call.argument(i);
    if (!argument || !unit.knowledge().type(argument->getType()).asynchronous())
      continue;
    const auto *made = dyn_cast<CallExpr>(stripped(argument));
    const Function *body = made ? unit.find(made->getDirectCallee()) : nullptr;
    return !body || llvm::none_of(body->calls, [&](const Call &each) {
      return yieldsTasks(*each.callee, unit.knowledge());
    });
  }
  return false;
}

class LoopMachine : public Machine {
public:
  /// Cancelled: it ends as soon as the loop runs again.
  enum State : unsigned { Before, Pending, Cancelled };

  LoopMachine(const Call &start, const ValueDecl &loop, const VarDecl *handle, Unit &unit)
      : start_(start), loop_(loop), handle_(handle), unit_(unit) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Called:
      if (event.call == &start_)
        return Next::go(Pending);
      return event.call->object == &loop_ ? called(state, *event.call) : Next::go(state);
    case Event::Mentioned:
      if (event.variable == &loop_)
        return mayEscape(*event.mention) ? Next::stop() : Next::go(state);
      return event.variable == handle_ && state != Before ? handled(state, *event.mention)
                                                          : Next::go(state);
    case Event::Destroyed:
      if (event.variable != &loop_ || loop_.getType()->isReferenceType())
        return Next::go(state);
      return state == Before ? Next::stop() : Next::report();
    default:
      return Next::go(state);
    }
  }

  Next thrown(unsigned, Edge::Kind, const Expr *) override { return Next::stop(); }

private:
  Next called(unsigned state, const Call &call) {
    model::Knowledge &knowledge = unit_.knowledge();
    if (call.facts->does == model::Does::Closes)
      return state == Before ? Next::stop() : Next::report();
    if (call.facts->waits)
      return state != Cancelled && runsSomethingElse(call, unit_) ? Next::go(state) : Next::stop();
    // An executor is the loop under another name.
    model::Role role = knowledge.type(call.callee->getReturnType()).role;
    bool isLoop = role == model::Role::EventLoop || role == model::Role::ThreadPool;
    return isLoop || yieldsTasks(*call.callee, knowledge) ? Next::stop() : Next::go(state);
  }

  bool mayEscape(const Mention &mention) const {
    switch (mention.how) {
    case How::Method:
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return false;
    case How::Passed:
      return mention.call != start_.expr;
    default:
      return true;
    }
  }

  bool onlyAsks(const Mention &mention) const {
    const CXXMethodDecl *method = methodOf(mention);
    return mention.how == How::Tested || mention.how == How::Ignored ||
           (method && unit_.knowledge().function(*method).queries);
  }

  Next handled(unsigned state, const Mention &mention) {
    auto harmless = [this](const Mention &each) { return onlyAsks(each); };
    if (onlyAsks(mention) || unit_.parameters().onlyLooks(mention, harmless))
      return Next::go(state);
    const CXXMethodDecl *method = methodOf(mention);
    bool cancels = method && unit_.knowledge().function(*method).does == model::Does::Cancels;
    return cancels ? Next::go(Cancelled) : Next::stop();
  }

  const Call &start_;
  const ValueDecl &loop_;
  const VarDecl *handle_;
  Unit &unit_;
};

class Search {
public:
  Search(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  std::vector<CutOff> run() {
    for (const Call &call : function_.calls) {
      if (isLoop(call.object, unit_.knowledge())) {
        if (const Value *value = startedBy(call))
          follow(call, value, *call.object);
      } else if (const ValueDecl *loop = call.isStatement ? givenTo(call) : nullptr;
                 isLoop(loop, unit_.knowledge())) {
        follow(call, nullptr, *loop);
      }
    }
    return std::move(result_);
  }

private:
  /// The task that \p call starts, when a local variable or nobody keeps its handle.
  const Value *startedBy(const Call &call) const {
    for (const Value &value : function_.values) {
      if (value.expr != call.expr || value.meaning->role != model::Role::Task ||
          value.meaning->start != coro::Start::Eager || value.calleeFacts->detaches)
        continue;
      return value.fate == Fate::Awaited || (value.fate == Fate::Used && !value.holder) ? nullptr
                                                                                        : &value;
    }
    return nullptr;
  }

  void follow(const Call &start, const Value *value, const ValueDecl &loop) {
    Ways *ways = unit_.waysThrough(function_);
    if (!ways || function_.mayLackUses)
      return;
    LoopMachine machine(start, loop, value ? value->holder : nullptr, unit_);
    std::optional<CutOff> found;
    bool finished = ways->runFrom(loop, machine, [&](const Report &report) {
      if (!found)
        found = {start.expr, value, &loop, dyn_cast_or_null<Expr>(report.event->at), report.path};
    });
    if (finished && found)
      result_.push_back(std::move(*found));
  }

  const Function &function_;
  Unit &unit_;
  std::vector<CutOff> result_;
};

} // namespace

std::vector<CutOff> cutOffByLoops(const Function &function, Unit &unit) {
  return Search(function, unit).run();
}

} // namespace asynctidy::flow
