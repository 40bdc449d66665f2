// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: the only handle on started work is dropped in the very expression that starts it, so
// that its error goes unseen and nobody waits for its end; or it goes into a private member that is
// filled and never looked into. Misses on purpose: handles kept in a variable, (void) for work that
// runs on its own, which says "I know" (see StrictVoid), and coroutines that catch all their errors
// themselves.
#include "flow/ExpectedThrows.h"
#include "flow/Handled.h"
#include "flow/Keeping.h"
#include "flow/Steps.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class DiscardedTask : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<bool> strictVoid_{*this, "StrictVoid", false,
                                 "Report handles that are cast to void, too."};
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types whose objects may be dropped, by (qualified) name."};
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions whose result may be dropped, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::Value &value : function.values)
        if (isDropped(value, unit) && !flow::isUnchainedStep(value, function, unit) &&
            !flow::isExpectedToThrow(value, function, unit) &&
            (isCancelled(value) || !flow::handlesItsErrors(value, unit)))
          word(value, function, unit.context());
      for (const flow::Kept &kept : flow::keptUnseen(function, unit))
        if (!isAllowed(*kept.value))
          word(kept);
    }
  }

  bool isDropped(const flow::Value &value, flow::Unit &unit) const {
    bool dropped =
        value.fate == flow::Fate::Discarded || (*strictVoid_ && value.fate == flow::Fate::VoidCast);
    return dropped && value.callee && value.meaning->losesOutcomeWhenDropped() &&
           !flow::isOwned(value, unit) && !value.calleeFacts->detaches && !isAllowed(value);
  }

  bool isAllowed(const flow::Value &value) const {
    return tidy::listed(*allowedTypes_, value.expr->getType()) ||
           tidy::listed(*allowedFunctions_, value.callee);
  }

  void word(const flow::Kept &kept) {
    if (report(kept.value->expr->getBeginLoc(),
               "%0 is kept in %1, which nobody ever looks into: nobody sees its end or can cancel "
               "it, and its error is lost",
               tidy::described(*kept.value), kept.member))
      note(kept.member->getLocation(),
           "wait for what is in %0, or cancel it, before its object ends", kept.member);
  }

  static bool isCancelled(const flow::Value &value) {
    return value.meaning->drop == coro::Drop::Destroys;
  }

  void word(const flow::Value &value, const flow::Function &function,
            const clang::ASTContext &context) {
    clang::SourceLocation place = value.expr->getBeginLoc();
    std::vector<clang::FixItHint> fix = tidy::awaitFix(value, function, context);
    std::string what = tidy::described(value);
    if (report(place,
               isCancelled(value) ? "%0 is dropped, which cancels the work it has just started"
                                  : "%0 is dropped; nobody sees its end, and its error is lost",
               what, llvm::ArrayRef(fix)) &&
        fix.empty())
      note(place, "keep the handle and wait for it, or give it to an owner that does");
  }
};

const tidy::Register<DiscardedTask> registration{{
    .name = "discarded-task",
    .summary = "Dropping the handle of started work loses its end and its error",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Detect exceptions never consumed",
    .kin = "ruff RUF006, typescript-eslint no-floating-promises",
}};

} // namespace
} // namespace asynctidy
