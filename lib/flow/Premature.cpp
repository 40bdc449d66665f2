// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Premature.h"

#include "flow/Callables.h"
#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

/// The call that makes what \p expr is, when that is pending until the caller suspends.
const Expr *pendingFrom(const Expr *expr, model::Knowledge &knowledge) {
  const auto *call = dyn_cast_or_null<CallExpr>(stripped(expr));
  return call && knowledge.call(*call).pending ? call : nullptr;
}

class ReadMachine : public Machine {
public:
  ReadMachine(const ValueDecl &object, const Graph &graph) : object_(object), graph_(graph) {}

  enum State : unsigned { Before, Pending };

  Next on(unsigned state, const Event &event) override {
    if (event.kind == Event::Declared && event.variable == &object_)
      return Next::go(Pending);
    if (state == Before)
      return Next::go(state);
    switch (event.kind) {
    case Event::Suspended:
      return Next::stop();
    case Event::Called:
      if (event.call->object == &object_)
        return called(state, *event.call);
      // A loop that is run meanwhile may do the work.
      return event.call->facts->waits ? Next::stop() : Next::go(state);
    case Event::Destroyed:
      return event.variable == &object_ ? Next::stop() : Next::go(state);
    case Event::Mentioned:
      return event.variable == &object_ ? mentioned(state, *event.mention) : Next::go(state);
    default:
      return Next::go(state);
    }
  }

  Next thrown(unsigned, Edge::Kind, const Expr *) override { return Next::stop(); }

private:
  Next called(unsigned state, const Call &call) const {
    if (call.facts->needsDone)
      return call.inTry ? Next::stop() : Next::report();
    bool mayFinish = call.facts->queries || call.facts->waits ||
                     (call.facts->does && call.facts->does != model::Does::Cancels);
    return mayFinish ? Next::stop() : Next::go(state);
  }

  Next mentioned(unsigned state, const Mention &mention) const {
    switch (mention.how) {
    case How::Tested:
    case How::Ignored:
      return Next::go(state);
    case How::Method:
      return graph_.hasCall(mention.call) ? Next::go(state) : Next::stop();
    default:
      return Next::stop();
    }
  }

  const ValueDecl &object_;
  const Graph &graph_;
};

} // namespace

std::vector<Premature> prematureReads(const Function &function, Unit &unit) {
  std::vector<Premature> result;
  model::Knowledge &knowledge = unit.knowledge();
  llvm::SmallVector<const VarDecl *> objects;
  for (const Call &call : function.calls) {
    if (!call.facts->needsDone || call.inTry)
      continue;
    const auto *variable = dyn_cast_or_null<VarDecl>(call.object);
    if (const auto *member = dyn_cast<CXXMemberCallExpr>(call.expr); member && !variable) {
      if (const Expr *start = pendingFrom(member->getImplicitObjectArgument(), knowledge))
        result.push_back({&call, start, {}});
    } else if (variable && !variable->getType()->isReferenceType() &&
               pendingFrom(variable->getInit(), knowledge) &&
               !llvm::is_contained(objects, variable)) {
      objects.push_back(variable);
    }
  }
  for (const VarDecl *object : objects) {
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    ReadMachine machine(*object, ways->graph());
    std::size_t before = result.size();
    bool finished = ways->runFrom(*object, machine, [&](const Report &report) {
      if (report.event)
        result.push_back(
            {report.event->call, pendingFrom(object->getInit(), knowledge), report.path});
    });
    if (!finished)
      result.resize(before);
  }
  return result;
}

} // namespace asynctidy::flow
