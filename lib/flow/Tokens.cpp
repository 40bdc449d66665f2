// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "flow/Tokens.h"

#include "flow/TokenHolders.h"
#include "flow/TokenTakers.h"
#include "flow/Unit.h"

#include <llvm/ADT/SmallPtrSet.h>

using namespace clang;

namespace asynctidy::flow {
namespace {

class TokenMachine : public Machine {
public:
  /// Covered: a callback on the token is alive. Over: it asks to stop, or has been given away.
  enum State : unsigned { Running, Covered, Over };

  TokenMachine(const ParmVarDecl &token, const TokenHolders &holders,
               const llvm::DenseMap<const Call *, Unforwarded> &candidates)
      : token_(token), holders_(holders), candidates_(candidates) {}

  Next on(unsigned state, const Event &event) override {
    switch (event.kind) {
    case Event::Declared:
      return Next::go(state == Running && holders_.isCallback(*event.variable)
                          ? static_cast<unsigned>(Covered)
                          : state);
    case Event::Destroyed:
      return Next::go(state == Covered && holders_.isCallback(*event.variable)
                          ? static_cast<unsigned>(Running)
                          : state);
    case Event::Mentioned:
      return event.variable == &token_ ? mentioned(state, *event.mention) : Next::go(state);
    case Event::Called:
      if (!candidates_.contains(event.call))
        return Next::go(state);
      if (state == Running)
        return Next::reportAndGo(state);
      excused_.insert(event.call);
      return Next::go(state);
    default:
      return Next::go(state);
    }
  }

  Next branch(unsigned state, const Expr &condition, bool holds) override {
    std::optional<Question> question = questionOf(condition);
    if (question && question->variable == &token_ && question->method && holds != question->negated)
      return Next::go(Over);
    return Next::go(state);
  }

  bool isExcused(const Call &call) const { return excused_.contains(&call); }

private:
  static Next mentioned(unsigned state, const Mention &mention) {
    if (mention.moved || mention.how == How::Assigned)
      return Next::go(Over);
    // token.onStop([&] { ... })
    const auto *call = dyn_cast_or_null<CallExpr>(mention.call);
    if (mention.how == How::Method && call && llvm::any_of(call->arguments(), isCallable))
      return Next::go(state == Running ? static_cast<unsigned>(Over) : state);
    return Next::go(state);
  }

  const ParmVarDecl &token_;
  const TokenHolders &holders_;
  const llvm::DenseMap<const Call *, Unforwarded> &candidates_;
  llvm::SmallPtrSet<const Call *, 4> excused_;
};

void follow(const ParmVarDecl &token, const CXXRecordDecl &type, const Function &function,
            Unit &unit, std::vector<Unforwarded> &result) {
  llvm::DenseMap<const Call *, Unforwarded> candidates;
  for (const Call &call : function.calls) {
    if (call.inHandler)
      continue;
    if (const ParmVarDecl *taker = defaultedTaker(call, type))
      candidates[&call] = {&call, &token, taker, false};
    else if (const ParmVarDecl *other = overloadedTaker(call, type, function, unit.context()))
      candidates[&call] = {&call, &token, other, true};
  }
  Ways *ways = candidates.empty() ? nullptr : unit.waysThrough(function);
  if (!ways)
    return;
  TokenHolders holders(token, function, ways->graph().mentions());
  for (const Call &call : function.calls)
    if (candidates.contains(&call) && holders.areIn(call))
      candidates.erase(&call);
  TokenMachine machine(token, holders, candidates);
  std::vector<const Call *> found;
  if (!ways->run(machine, [&](const Report &report) {
        if (report.event)
          found.push_back(report.event->call);
      }))
    return;
  for (const Call *call : found)
    if (!machine.isExcused(*call))
      result.push_back(candidates.lookup(call));
}

} // namespace

std::vector<Unforwarded> unforwardedTokens(const Function &function, Unit &unit) {
  std::vector<Unforwarded> result;
  if (!function.body || isa<CXXDestructorDecl>(function.decl))
    return result;
  for (const ParmVarDecl *parameter : function.decl->parameters()) {
    // Who gives it no name has said that he does not want it.
    if (!parameter->getIdentifier() ||
        unit.knowledge().type(parameter->getType()).role != model::Role::CancellationToken)
      continue;
    if (const CXXRecordDecl *type = model::recordOf(parameter->getType()))
      follow(*parameter, *type, function, unit, result);
  }
  return result;
}

} // namespace asynctidy::flow
