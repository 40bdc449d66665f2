// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: work that has been started, and may not be done, goes away on some way through a
// function: with a handle whose destructor destroys it, with a scope that nobody has joined, or
// with the event loop that it runs on. Misses on purpose: owners in members, and those that
// somebody else has got hold of. Dropping a handle is no mistake where a library documents that
// this cancels.
#include "flow/Fates.h"
#include "flow/Joining.h"
#include "flow/LoopEnd.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class PendingTaskDestroyed : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this,
      "AllowedTypes",
      {},
      "Handles and scopes that may go away before their work is done, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::Value &value : function.values)
        if (endsWithHandle(value))
          follow(value, function, unit);
      for (const flow::Unjoined &unjoined : flow::unjoinedScopes(function, unit))
        if (!tidy::listed(*allowedTypes_, unjoined.scope->getType()))
          word(unjoined);
      for (const flow::CutOff &cutOff : flow::cutOffByLoops(function, unit))
        word(cutOff);
    }
  }

  bool endsWithHandle(const flow::Value &value) const {
    const model::Meaning &meaning = *value.meaning;
    return value.holder && value.callee && value.fate == flow::Fate::Used &&
           meaning.role == model::Role::Task && meaning.start == coro::Start::Eager &&
           meaning.drop == coro::Drop::Destroys && !meaning.droppable &&
           !value.calleeFacts->needsNobody() && !value.calleeFacts->detaches &&
           !tidy::listed(*allowedTypes_, value.expr->getType());
  }

  void follow(const flow::Value &value, const flow::Function &function, flow::Unit &unit) {
    clang::SourceLocation place = value.expr->getBeginLoc();
    for (const flow::Breach &breach : flow::destroyedWhilePending(value, function, unit)) {
      if (!report(place, message(breach), tidy::described(value), value.holder))
        return;
      notePath(breach.path);
      if (breach.kind == flow::Breach::Overwritten)
        note(breach.at->getBeginLoc(), "it is overwritten here");
      note(place, "wait for it on every way");
    }
  }

  static llvm::StringRef message(const flow::Breach &breach) {
    switch (breach.kind) {
    case flow::Breach::AtEnd:
      return "%0 is kept in %1, whose destructor destroys it halfway on a way on which nobody has "
             "waited for it";
    case flow::Breach::Overwritten:
      return "%0 is kept in %1, which is overwritten before anybody has waited for it; that "
             "destroys it halfway";
    case flow::Breach::Thrown:
      return "%0 is kept in %1 while other work is awaited; if that throws, the destructor of %1 "
             "destroys it halfway";
    }
    return "";
  }

  void word(const flow::Unjoined &unjoined) {
    clang::SourceLocation place = unjoined.start->getBeginLoc();
    bool thrown = unjoined.breach.kind == flow::Breach::Thrown;
    if (!report(place,
                thrown ? "%0 owns this work and is not joined when an exception leaves the "
                         "function; it ends while the work may be pending"
                       : "%0 owns this work and ends without having been joined; the work may be "
                         "pending then",
                unjoined.scope))
      return;
    notePath(unjoined.breach.path);
    note(unjoined.scope->getLocation(), "join %0 on every way to its end", unjoined.scope);
  }

  void word(const flow::CutOff &cutOff) {
    clang::SourceLocation place = cutOff.start->getBeginLoc();
    std::string what = cutOff.value ? tidy::described(*cutOff.value) : "this work";
    if (!report(place,
                cutOff.closed ? "%0 may be pending when %1 is closed, which destroys it halfway"
                              : "%0 may be pending when %1 goes away, which destroys it halfway",
                what, cutOff.loop))
      return;
    notePath(cutOff.path);
    if (cutOff.closed)
      note(cutOff.closed->getBeginLoc(), "%0 is closed here", cutOff.loop);
    note(place, "wait for it, or cancel it and run the loop, before the loop ends");
  }
};

const tidy::Register<PendingTaskDestroyed> registration{{
    .name = "pending-task-destroyed",
    .summary =
        "Work is destroyed halfway when its last owner, or the loop it runs on, goes away first",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Pending task destroyed",
    .kin = "asyncio's \"Task was destroyed but it is pending!\"",
}};

} // namespace
} // namespace asynctidy
