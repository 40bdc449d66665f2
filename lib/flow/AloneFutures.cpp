// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/AloneFutures.h"

#include "flow/Completion.h"
#include "flow/Rounds.h"
#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// Follows a future that was made here until anybody else has it.
class AloneMachine : public Machine {
public:
  AloneMachine(const VarDecl &future, Unit &unit, const Rounds &rounds)
      : future_(future), unit_(unit), rounds_(rounds) {}

  Next on(unsigned state, const Event &event) override {
    if (event.variable != &future_)
      return Next::go(state);
    if (event.kind == Event::Declared)
      return Next::go(Alone);
    if (event.kind != Event::Mentioned || state == Before)
      return Next::go(event.kind == Event::Destroyed ? static_cast<unsigned>(Before) : state);
    const Mention &mention = *event.mention;
    if (mention.how == How::Awaited && state == Alone)
      return Next::report();
    if (mention.how == How::Awaited) {
      shared_.insert(event.at);
      return Next::stop();
    }
    bool stays =
        harmless(mention) ||
        unit_.parameters().onlyLooks(mention, [this](const Mention &use) { return harmless(use); });
    sharedInLoop_ |= !stays && rounds_.isInEveryRound(*mention.expr);
    return Next::go(stays ? state : static_cast<unsigned>(Shared));
  }

  /// Whether a loop hands it out before \p await: it may always run a round.
  bool isSharedInLoop(const Stmt &await) const { return sharedInLoop_ && shared_.contains(&await); }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    std::optional<Question> question = questionOf(condition);
    return question && question->variable == &future_ ? Next::stop() : Next::go(state);
  }

private:
  enum State : unsigned { Before, Alone, Shared };

  bool harmless(const Mention &mention) const {
    switch (mention.how) {
    case How::Tested:
    case How::Ignored:
    case How::Read:
      return true;
    case How::Method:
      return methodOf(mention) && isQuestion(*methodOf(mention), unit_.knowledge());
    default:
      return false;
    }
  }

  const VarDecl &future_;
  Unit &unit_;
  const Rounds &rounds_;
  llvm::SmallPtrSet<const Stmt *, 2> shared_;
  bool sharedInLoop_ = false;
};

} // namespace

std::optional<AloneAwait> awaitedAlone(const VarDecl &future, const Function &function,
                                       Unit &unit) {
  Ways *ways = unit.waysThrough(function);
  if (!ways)
    return std::nullopt;
  Rounds rounds(*function.body);
  AloneMachine machine(future, unit, rounds);
  AloneAwait found;
  bool finished = ways->runFrom(future, machine, [&](const Report &report) {
    if (!found.await && report.event)
      found = {cast<Expr>(report.event->at), report.path};
  });
  if (!finished || !found.await || machine.isSharedInLoop(*found.await))
    return std::nullopt;
  return found;
}

} // namespace asynctidy::flow
