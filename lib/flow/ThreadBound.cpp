// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/ThreadBound.h"

#include "flow/Hops.h"
#include "flow/ThreadSubjects.h"
#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

/// How far the suspensions of one function move it; asked once for each.
class Moves {
public:
  Moves(const Function &function, Unit &unit) : function_(function), unit_(unit) {}

  bool leaves(const Expr &await) {
    auto [place, isNew] = leaves_.try_emplace(&await, false);
    if (isNew)
      place->second = leavesThread(await, function_, unit_);
    return place->second;
  }
  bool stays(const Expr &await) const { return staysOnThread(await, unit_); }

private:
  const Function &function_;
  Unit &unit_;
  llvm::DenseMap<const Expr *, bool> leaves_;
};

class BoundMachine : public Machine {
public:
  BoundMachine(const VarDecl &variable, const ThreadSubject &subject,
               const ThreadSubjects &subjects, Moves &moves, Unit &unit)
      : variable_(variable), subject_(subject), subjects_(subjects), moves_(moves), unit_(unit) {}

  /// Nothing is held, or what is held was taken on this thread (one state for each place that it
  /// was taken at), or it was taken before a hop (one for each pair).
  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Declared:
      return event.variable == &variable_ ? Next::go(subject_.initial ? hold(*subject_.initial) : 0)
                                          : Next::go(state);
    case Event::Destroyed:
      return Next::go(event.variable == &variable_ ? 0 : state);
    case Event::Mentioned:
      return isMeant(*event.mention) ? mentioned(state, *event.mention) : Next::go(state);
    case Event::Suspended:
      return state == 0 ? Next::go(state) : suspended(state, *cast<Expr>(event.at));
    case Event::Called:
    case Event::Caught:
      break;
    }
    return Next::go(state);
  }

  const Taken &taken(unsigned state) const { return *states_[state - 1].first; }
  const Expr *hop(unsigned state) const { return states_[state - 1].second; }
  /// In which state the last report was made.
  unsigned last() const { return last_; }

private:
  using Held = std::pair<const Taken *, const Expr *>;

  unsigned number(Held held) {
    auto place = llvm::find(states_, held);
    if (place == states_.end())
      place = states_.insert(place, held);
    return static_cast<unsigned>(place - states_.begin()) + 1;
  }
  unsigned hold(const Taken &taken) { return number({&taken, nullptr}); }

  bool isMeant(const Mention &mention) const {
    const auto *binding = dyn_cast<BindingDecl>(mention.variable);
    return mention.variable == &variable_ ||
           (binding && binding->getDecomposedDecl() == &variable_);
  }

  Next mentioned(unsigned state, const Mention &mention);
  bool isUse(const Mention &mention) const;
  bool isUsedByCallee(const Mention &mention) const;
  Next suspended(unsigned state, const Expr &await);

  const VarDecl &variable_;
  const ThreadSubject &subject_;
  const ThreadSubjects &subjects_;
  Moves &moves_;
  Unit &unit_;
  std::vector<Held> states_;
  unsigned last_ = 0;
};

Next BoundMachine::suspended(unsigned state, const Expr &await) {
  const Expr *before = hop(state);
  if (moves_.leaves(await)) {
    // A second executor may be the first thread's own.
    if (before)
      return before == &await ? Next::go(state) : Next::stop();
    unsigned moved = number({&taken(state), &await});
    if (!subject_.isGuard)
      return Next::go(moved);
    last_ = moved;
    return Next::report();
  }
  return before && !moves_.stays(await) ? Next::stop() : Next::go(state);
}

/// Buffers that are given to the standard library or the system, and functions that are known to
/// look at what the pointer points to.
bool BoundMachine::isUsedByCallee(const Mention &mention) const {
  const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee)
    return false;
  const SourceManager &sources = unit_.context().getSourceManager();
  QualType pointee = variable_.getType()->getPointeeType();
  if (sources.isInSystemHeader(callee->getLocation()))
    return pointee->isArithmeticType() && !callee->isTemplateInstantiation() &&
           !isa<CXXMethodDecl>(callee);
  const ParmVarDecl *parameter = unit_.parameters().receiver(mention);
  return parameter && llvm::any_of(unit_.parameters().uses(*parameter),
                                   [](const Mention *use) { return use->dereferenced; });
}

/// Whether \p mention looks at or changes the object, not only at which one it is.
bool BoundMachine::isUse(const Mention &mention) const {
  bool isObject =
      !subject_.isPointer || mention.dereferenced || subjects_.isSubscripted(*mention.expr);
  switch (mention.how) {
  case How::Ignored:
  case How::Captured:
  case How::Aliased:
    return false;
  case How::Passed:
    return isObject || isUsedByCallee(mention);
  default:
    return isObject;
  }
}

Next BoundMachine::mentioned(unsigned state, const Mention &mention) {
  // A guard that somebody else has to do with may have ended before.
  if (subject_.isGuard)
    return mention.how == How::Ignored || mention.how == How::Tested ? Next::go(state)
                                                                     : Next::stop();
  bool isItself = subject_.isPointer && !mention.dereferenced && !mention.member &&
                  !subjects_.isSubscripted(*mention.expr);
  if (isItself && mention.how == How::Assigned) {
    auto place = subject_.assigned.find(mention.expr);
    return Next::go(place == subject_.assigned.end() ? 0 : hold(place->second));
  }
  // Who gets the address of the pointer may set it.
  if (isItself && mention.how == How::Aliased)
    return Next::stop();
  if (state == 0 || !hop(state) || !isUse(mention))
    return Next::go(state);
  last_ = state;
  return Next::report();
}

} // namespace

std::vector<ThreadBound> keptAcrossHops(const Function &function, Unit &unit) {
  std::vector<ThreadBound> result;
  if (function.suspensions.empty() || !function.body)
    return result;
  ThreadSubjects subjects(*function.body, unit);
  if (subjects.all().empty())
    return result;
  Ways *ways = unit.waysThrough(function);
  if (!ways)
    return result;
  Moves moves(function, unit);
  for (const auto &[variable, subject] : subjects.all()) {
    BoundMachine machine(*variable, subject, subjects, moves, unit);
    std::size_t before = result.size();
    ThreadBound bound;
    bound.kind = subject.isGuard ? ThreadBound::Guard : ThreadBound::Reference;
    bound.variable = variable;
    bool finished = ways->run(machine, [&](const Report &report) {
      const Taken &taken = machine.taken(machine.last());
      bound.owned = taken.owned;
      bound.taken = taken.place;
      bound.hop = machine.hop(machine.last());
      if (const Mention *use = report.event->mention) {
        bound.use = use->expr;
        bound.variable = use->variable;
      }
      result.push_back(bound);
    });
    if (!finished)
      result.resize(before);
  }
  return result;
}

} // namespace asynctidy::flow
