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

  PairMachine(const Call &acquire, const Expr *awaited, model::Knowledge &knowledge)
      : acquire_(acquire), awaited_(awaited), knowledge_(knowledge) {}

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
        return isOutcome(*event.at) ? Next::stop() : Next::go(Held);
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
  /// as_future(semaphore.wait()): it may have failed, which nobody knows here.
  bool isOutcome(const Stmt &await) const {
    return knowledge_.type(cast<Expr>(await).getType()).asynchronous();
  }

  const Call &acquire_;
  /// The operand of the co_await that the call is in; null when nobody awaits it.
  const Expr *awaited_;
  model::Knowledge &knowledge_;
};

const Expr *awaitAround(const Call &call, const Function &function) {
  for (const Expr *operand : function.suspensions)
    if (contains(operand, *call.expr))
      return operand;
  return nullptr;
}

/// The calls in \p function that release \p object; none if it does anything with it but to call
/// its methods.
std::vector<const Expr *> releasesOf(const ValueDecl &object, const Function &function) {
  unsigned calls = 0;
  std::vector<const Expr *> releases;
  for (const Call &call : function.calls)
    if (call.object == &object) {
      ++calls;
      if (does(call, model::Does::Releases))
        releases.push_back(call.expr);
    }
  if (namings(function.body, object, Lambdas::Entered) != calls)
    releases.clear();
  return releases;
}

/// The way that goes straight on, decided by no condition and by no exception, from a call that
/// takes something.
class StraightOn {
public:
  StraightOn(const Expr &acquire, llvm::ArrayRef<const Expr *> releases)
      : acquire_(acquire), releases_(releases) {}

  /// Whether what is taken is given back on that way. A function that gives it back on other ways
  /// only has it kept until somebody else does.
  bool givesBack(const Stmt &body) {
    visit(body);
    return found_;
  }

private:
  void visit(const Stmt &node) {
    if (ended_)
      return;
    if (const auto *block = dyn_cast<CompoundStmt>(&node)) {
      for (const Stmt *each : block->body())
        visit(*each);
    } else if (const auto *attempt = dyn_cast<CXXTryStmt>(&node); attempt && isOn(*attempt)) {
      visit(*attempt->getTryBlock());
    } else if (isa<ValueStmt, DeclStmt, ReturnStmt, CoreturnStmt>(node)) {
      found_ = taken_ &&
               llvm::any_of(releases_, [&](const Expr *each) { return contains(&node, *each); });
      taken_ |= contains(&node, acquire_);
      ended_ = found_ || (taken_ && isa<ReturnStmt, CoreturnStmt>(node));
    } else if (isa<BreakStmt, ContinueStmt, GotoStmt>(node)) {
      ended_ = taken_;
    } else if (!taken_ && contains(&node, acquire_)) {
      for (const Stmt *child : node.children())
        if (child && !taken_ && contains(child, acquire_))
          visit(*child);
      ended_ = true;
    }
  }

  bool isOn(const CXXTryStmt &attempt) const {
    return taken_ || contains(attempt.getTryBlock(), acquire_);
  }

  const Expr &acquire_;
  llvm::ArrayRef<const Expr *> releases_;
  bool taken_ = false;
  bool found_ = false;
  bool ended_ = false;
};

} // namespace

std::vector<Unreleased> unreleased(const Function &function, Unit &unit) {
  std::vector<Unreleased> result;
  if (!function.isCoroutine || function.mayLackUses)
    return result;
  for (const Call &call : function.calls) {
    if (!does(call, model::Does::Acquires) || !call.object)
      continue;
    std::vector<const Expr *> releases = releasesOf(*call.object, function);
    if (!StraightOn(*call.expr, releases).givesBack(*function.body))
      continue;
    Ways *ways = unit.waysThrough(function);
    if (!ways)
      break;
    const Expr *awaited = awaitAround(call, function);
    // What is awaited later is had later.
    const model::Meaning &taken = unit.knowledge().type(call.expr->getType());
    if (!awaited && (taken.asynchronous() || taken.awaitable))
      continue;
    PairMachine machine(call, awaited, unit.knowledge());
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
