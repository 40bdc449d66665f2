// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: the handle of started work is kept in a local variable, and on some way to the end of
// its scope nobody awaits it, reads it or gives it away: its error is lost. Exceptions count when a
// co_await of other started work throws. Misses on purpose: handles in members and containers, and
// handles whose destructor cancels or waits.
#include "flow/Fates.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnretrievedException : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types whose errors may get lost, by (qualified) name."};
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions whose errors may get lost, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Value &value : function.values)
        if (mayLoseError(value))
          follow(value, function, unit);
  }

  bool mayLoseError(const flow::Value &value) const {
    const model::Meaning &meaning = *value.meaning;
    return value.holder && value.callee && value.fate == flow::Fate::Used &&
           meaning.losesOutcomeWhenDropped() && meaning.errors == coro::Errors::Stored &&
           meaning.drop != coro::Drop::Destroys && meaning.drop != coro::Drop::Blocks &&
           !value.calleeFacts->owned && !value.calleeFacts->detaches &&
           !tidy::listed(*allowedTypes_, value.expr->getType()) &&
           !tidy::listed(*allowedFunctions_, value.callee);
  }

  void follow(const flow::Value &value, const flow::Function &function, flow::Unit &unit) {
    for (const flow::Breach &breach : flow::neverUsed(value, function, unit, /*throwing=*/true)) {
      if (!report(value.expr->getBeginLoc(), message(breach), tidy::described(value), value.holder))
        return;
      notePath(breach.path);
      if (breach.kind == flow::Breach::Overwritten)
        note(breach.at->getBeginLoc(), "it is overwritten here");
      note(value.expr->getBeginLoc(), "await it on every way, or give it to an owner that does");
    }
  }

  static llvm::StringRef message(const flow::Breach &breach) {
    switch (breach.kind) {
    case flow::Breach::AtEnd:
      return "%0 is kept in %1, which nobody reads on one way to its end; an error of it is lost "
             "there";
    case flow::Breach::Overwritten:
      return "%0 is kept in %1, which is overwritten before anybody reads it; an error of it is "
             "lost";
    case flow::Breach::Thrown:
      return "%0 is kept in %1 while other work is awaited; if that throws, nobody reads %1 and an "
             "error of it is lost";
    }
    return "";
  }
};

const tidy::Register<UnretrievedException> registration{{
    .name = "unretrieved-exception",
    .summary = "An error of started work is lost when its handle is abandoned unread on some path",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Detect exceptions never consumed",
    .kin = "asyncio's \"exception was never retrieved\"",
}};

} // namespace
} // namespace asynctidy
