// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: an object that does its work only when awaited is dropped, or is bound to a local
// variable that nothing refers to, or that nothing uses on some way to the end. Misses on purpose:
// ways that end with an exception, calls that a test expects to throw, members and containers that
// nobody reads.
#include "flow/ExpectedThrows.h"
#include "flow/Fates.h"
#include "flow/Spending.h"
#include "flow/Steps.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnawaitedCoroutine : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types whose objects may be dropped, by (qualified) name."};
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions whose result may be dropped, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Value &value : function.values)
        if (isDropped(value)) {
          if (!flow::isUnchainedStep(value, function, unit) &&
              !flow::isOfReused(value, function, unit) &&
              !flow::isExpectedToThrow(value, function, unit) &&
              (value.meaning->neverRunsWhenDropped() || !flow::isFoundDone(value, function, unit)))
            word(value, function, unit.context());
        } else if (value.meaning->neverRunsWhenDropped() && value.holder && isReportable(value)) {
          follow(value, function, unit);
        }
  }

  bool isReportable(const flow::Value &value) const {
    // The result of a co_await is nested-task's.
    return value.callee && !value.calleeFacts->needsNobody() && !value.calleeFacts->detaches &&
           !tidy::listed(*allowedTypes_, value.expr->getType()) &&
           !tidy::listed(*allowedFunctions_, value.callee);
  }

  bool isDropped(const flow::Value &value) const {
    if (!isReportable(value))
      return false;
    if (value.meaning->neverRunsWhenDropped())
      return value.fate == flow::Fate::Discarded || value.fate == flow::Fate::VoidCast ||
             value.fate == flow::Fate::NeverNamed;
    return value.fate == flow::Fate::NeverNamed && forgetsStartedWork(*value.meaning);
  }

  /// auto guard = mutex.lock(); where lock() returns a future: the variable quiets [[nodiscard]],
  /// and nobody waits. Not a handle whose destructor cancels or joins: it may be kept for that.
  static bool forgetsStartedWork(const model::Meaning &meaning) {
    return meaning.losesOutcomeWhenDropped() && meaning.drop != coro::Drop::Destroys &&
           meaning.drop != coro::Drop::Blocks;
  }

  static llvm::StringRef consequence(const model::Meaning &meaning) {
    if (!meaning.neverRunsWhenDropped())
      return "nobody waits for it or sees its error";
    return meaning.drop == coro::Drop::Leaks ? "it never runs and its frame leaks"
                                             : "it never runs";
  }

  /// Used, but not on every way.
  void follow(const flow::Value &value, const flow::Function &function, flow::Unit &unit) {
    for (const flow::Breach &breach : flow::neverUsed(value, function, unit, /*throwing=*/false)) {
      llvm::StringRef message =
          breach.kind == flow::Breach::Overwritten
              ? "%0 is stored in %1, which is overwritten before it is awaited; %2"
              : "%0 is stored in %1, which is not awaited on every way to its end; there %2";
      if (!report(value.expr->getBeginLoc(), message, tidy::described(value), value.holder,
                  consequence(*value.meaning)))
        return;
      notePath(breach.path);
      if (breach.at)
        note(breach.at->getBeginLoc(), "it is overwritten here");
    }
  }

  void word(const flow::Value &value, const flow::Function &function,
            const clang::ASTContext &context) {
    clang::SourceLocation place = value.expr->getBeginLoc();
    std::string what = tidy::described(value);
    std::vector<clang::FixItHint> fix = tidy::awaitFix(value, function, context);
    llvm::StringRef end = consequence(*value.meaning);
    bool reported = false;
    if (value.fate == flow::Fate::NeverNamed)
      reported = report(place, "%0 is stored in %1, which is never awaited; %2", what, value.holder,
                        end, llvm::ArrayRef(fix));
    else if (value.fate == flow::Fate::VoidCast)
      reported = report(place, "%0 is never awaited; %1, and a cast to void does not change that",
                        what, end, llvm::ArrayRef(fix));
    else
      reported = report(place, "%0 is never awaited; %1", what, end, llvm::ArrayRef(fix));
    if (reported && fix.empty())
      note(place, "await it in a coroutine, or hand it to something that runs it");
  }
};

const tidy::Register<UnawaitedCoroutine> registration{{
    .name = "unawaited-coroutine",
    .summary = "Coroutine objects that are dropped without being awaited never run",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Detect coroutine objects never scheduled",
    .kin = "typescript-eslint no-floating-promises, mypy unused-awaitable, clippy "
           "let_underscore_future",
}};

} // namespace
} // namespace asynctidy
