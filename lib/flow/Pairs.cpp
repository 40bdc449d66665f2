// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Pairs.h"

#include "coro/Suspension.h"
#include "flow/Statements.h"
#include "flow/Unit.h"

#include <llvm/ADT/STLExtras.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

bool does(const Call &call, model::Does what) { return call.facts->does == what; }

/// Free, then Waiting while the acquiring call is awaited, then Held.
class PairMachine : public Machine {
public:
  enum State : unsigned { Free, Waiting, Held };

  PairMachine(const Call &acquire, const Expr *awaited) : acquire_(acquire), awaited_(awaited) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Called:
      if (event.call == &acquire_)
        return Next::go(awaited_ ? Waiting : Held);
      if (state != Free && event.call->object == acquire_.object &&
          does(*event.call, model::Does::Releases))
        return Next::stop();
      return Next::go(state);
    case Event::Suspended:
      if (state == Waiting && coro::writtenOperand(*event.at) == awaited_)
        return Next::go(Held);
      return Next::go(state);
    case Event::Destroyed:
      return event.variable == acquire_.object ? Next::stop() : Next::go(state);
    default:
      return Next::go(state);
    }
  }

  Next thrown(unsigned state, Edge::Kind kind, const Expr *) override {
    return kind == Edge::AwaitThrows && state == Held ? Next::go(state) : Next::stop();
  }

  Next atExit(unsigned state, bool) override {
    return state == Held ? Next::report() : Next::stop();
  }

private:
  const Call &acquire_;
  /// The operand of the co_await that the call is in; null when nobody awaits it.
  const Expr *awaited_;
};

const Expr *awaitAround(const Call &call, const Function &function) {
  for (const Expr *operand : function.suspensions)
    if (contains(operand, *call.expr))
      return operand;
  return nullptr;
}

/// Whether \p function only calls methods of \p object, and releases it on some way.
bool keepsForItself(const ValueDecl &object, const Function &function) {
  unsigned calls = 0;
  bool releases = false;
  for (const Call &call : function.calls)
    if (call.object == &object) {
      ++calls;
      releases |= does(call, model::Does::Releases);
    }
  return releases && namings(function.body, object, Lambdas::Entered) == calls;
}

} // namespace

std::vector<Unreleased> unreleased(const Function &function, Unit &unit) {
  std::vector<Unreleased> result;
  if (!function.isCoroutine || function.mayLackUses)
    return result;
  for (const Call &call : function.calls) {
    if (!does(call, model::Does::Acquires) || !call.object ||
        !keepsForItself(*call.object, function))
      continue;
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    PairMachine machine(call, awaitAround(call, function));
    std::optional<Breach> best;
    bool finished = ways->run(machine, [&](const Report &report) {
      if (best && (best->kind != Breach::Thrown || report.byException))
        return;
      best = Breach{report.byException ? Breach::Thrown : Breach::AtEnd,
                    report.path.empty() ? nullptr : report.path.back().expr, report.path};
    });
    if (finished && best)
      result.push_back({call.object, &call, std::move(*best)});
  }
  return result;
}

} // namespace asynctidy::flow
