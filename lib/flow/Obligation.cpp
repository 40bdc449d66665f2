// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Obligation.h"

#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Flying: due, while an exception is on its way that counts only if it is caught.
enum State : unsigned { Before, Due, Void, Flying, Dormant };

class ObligationMachine : public Machine {
public:
  ObligationMachine(const Obligation &obligation, const Graph &graph)
      : obligation_(obligation), graph_(graph) {}

  Next on(unsigned state, const Event &event) override {
    if (state == Before && obligation_.given)
      state = first();
    if (state == Flying && event.kind == Event::Caught)
      return Next::go(Due);
    if (event.kind == Event::Suspended && obligation_.meets &&
        obligation_.meets(*cast<Expr>(event.at)))
      return apply(state, Effect::Discharged);
    if (event.kind == Event::Called)
      if (auto found = methods_.find(event.call->expr); found != methods_.end())
        return apply(state, found->second);
    if (event.variable != obligation_.variable)
      return Next::go(state);
    switch (event.kind) {
    case Event::Declared:
      return Next::go(first());
    case Event::Destroyed:
      // Where a loop declares it anew, another run of the same begins.
      return state == Due ? Next::report() : Next::stop();
    case Event::Mentioned:
      return mentioned(state, *event.mention);
    default:
      return Next::go(state);
    }
  }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    if (state == Before && obligation_.given)
      state = first();
    if (state == Due && obligation_.mayBeDue && !obligation_.mayBeDue(condition, holds))
      return Next::go(Void);
    return Next::go(state);
  }

  Next thrown(unsigned state, Edge::Kind kind, const Expr *expr) override {
    bool follow = kind == Edge::AwaitThrows && obligation_.throws && obligation_.throws(*expr);
    if (follow)
      return Next::go(state);
    return obligation_.caught && state == Due ? Next::go(Flying) : Next::stop();
  }

  Next atExit(unsigned state, bool byException) override {
    if (byException && !obligation_.throws)
      return Next::stop();
    if (state == Before && obligation_.given)
      state = first();
    return state == Due ? Next::report() : Next::stop();
  }

private:
  Next mentioned(unsigned state, const Mention &mention) {
    Effect effect = obligation_.effect(mention);
    // What the arguments of a method do comes between naming the object and calling it.
    if (mention.how == How::Method && graph_.hasCall(mention.call)) {
      methods_[mention.call] = effect;
      return Next::go(state);
    }
    return apply(state, effect);
  }

  Next apply(unsigned state, Effect effect) {
    if (state == Before)
      return Next::go(state);
    switch (effect) {
    case Effect::None:
      return Next::go(state);
    case Effect::Begins:
      return Next::go(state == Dormant ? static_cast<unsigned>(Due) : state);
    case Effect::Discharged:
      return Next::stop();
    case Effect::Renewed:
      return state == Due ? Next::report() : Next::go(first());
    }
    return Next::stop();
  }

  unsigned first() const { return obligation_.dormant ? Dormant : Due; }

  const Obligation &obligation_;
  const Graph &graph_;
  /// The effects of the methods that are called on the variable.
  llvm::DenseMap<const Expr *, Effect> methods_;
};

} // namespace

Effect effectThroughCalls(const Mention &mention, Unit &unit,
                          llvm::function_ref<Effect(const Mention &)> direct) {
  auto harmless = [&](const Mention &use) { return direct(use) == Effect::None; };
  return unit.parameters().onlyLooks(mention, harmless) ? Effect::None : direct(mention);
}

std::vector<Breach> breaches(Ways &ways, const Obligation &obligation) {
  std::vector<Breach> result;
  ObligationMachine machine(obligation, ways.graph());
  bool finished = ways.runFrom(*obligation.variable, machine, [&](const Report &report) {
    Breach breach;
    breach.path = report.path;
    if (report.event && report.event->kind == Event::Mentioned) {
      breach.kind = Breach::Overwritten;
      breach.at = cast<Expr>(report.event->at);
    } else if (report.byException) {
      breach.kind = Breach::Thrown;
      breach.at = report.path.empty() ? nullptr : report.path.back().expr;
    }
    result.push_back(std::move(breach));
  });
  if (!finished)
    result.clear();
  return result;
}

} // namespace asynctidy::flow
