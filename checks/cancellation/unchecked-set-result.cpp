// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a coroutine gives a result to a future that somebody may have cancelled while it was
// suspended, and on some way nothing has asked since; or the future has its result already on that
// way; or another function, which may run while the coroutine is suspended, completes the same
// promise. Misses on purpose: plain functions, whose callers may have checked, and calls in a try
// block.
#include "flow/Rivals.h"
#include "tidy/CompletionCheck.h"

namespace asynctidy {
namespace {

class UncheckedSetResult : public tidy::CompletionCheck {
public:
  using CompletionCheck::CompletionCheck;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::Completion &completion :
           flow::questionableCompletions(function, unit, /*deferred=*/false))
        word(completion, unit.knowledge());
      for (const flow::Rivalry &rivalry : flow::rivalries(function, unit))
        word(rivalry);
    }
  }

  void word(const flow::Rivalry &rivalry) {
    clang::SourceLocation place = rivalry.call->expr->getBeginLoc();
    if (!report(place,
                "%0 may have been completed while the coroutine was suspended; %1 fails if it was",
                rivalry.promise, tidy::spelled(*rivalry.call)))
      return;
    notePath(rivalry.path);
    note(rivalry.shared->getBeginLoc(), "others get hold of it here");
    note(rivalry.suspension->getBeginLoc(), "others run while the coroutine is suspended here");
    note(rivalry.rival->getBeginLoc(), "this completes it, too");
    note(place, "check that it is not done first, behind the last suspension");
  }

  void word(const flow::Completion &completion, model::Knowledge &knowledge) {
    clang::SourceLocation place = completion.place->getBeginLoc();
    std::vector<clang::FixItHint> fix;
    bool again = completion.kind == flow::Completion::Again;
    if (!again && completion.chain.empty())
      fix = tidy::checkFirstFix(*completion.call, knowledge);
    if (!report(place,
                again ? "%0 has been completed on the way here; %1 fails"
                      : "%0 may have been cancelled while the coroutine was suspended; %1 fails if "
                        "it was",
                completion.object, tidy::spelled(*completion.call), llvm::ArrayRef(fix)))
      return;
    noteChain(completion);
    notePath(completion.path);
    if (!again && completion.suspension)
      note(completion.suspension->getBeginLoc(),
           "others run while the coroutine is suspended here");
    if (!again && fix.empty())
      note(place, "check that it is not done first, behind the last suspension");
  }
};

const tidy::Register<UncheckedSetResult> registration{{
    .name = "unchecked-set-result",
    .summary = "Setting the result of a future that may be cancelled or done by then fails",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Cancellation",
    .kin = "asyncio's InvalidStateError",
}};

} // namespace
} // namespace asynctidy
