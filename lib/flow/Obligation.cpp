// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Obligation.h"

#include "flow/Unit.h"

using namespace clang;

namespace asynctidy::flow {
namespace {

enum State : unsigned { Before, Due, Void, Dormant };

class ObligationMachine : public Machine {
public:
  explicit ObligationMachine(const Obligation &obligation) : obligation_(obligation) {}

  Next on(unsigned state, const Event &event) override {
    if (state == Before && obligation_.given)
      state = first();
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
    return follow ? Next::go(state) : Next::stop();
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
    if (state == Before)
      return Next::go(state);
    switch (obligation_.effect(mention)) {
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
};

} // namespace

Effect effectThroughCalls(const Mention &mention, Unit &unit,
                          llvm::function_ref<Effect(const Mention &)> direct) {
  auto harmless = [&](const Mention &use) { return direct(use) == Effect::None; };
  return unit.parameters().onlyLooks(mention, harmless) ? Effect::None : direct(mention);
}

std::vector<Breach> breaches(Ways &ways, const Obligation &obligation) {
  std::vector<Breach> result;
  ObligationMachine machine(obligation);
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
