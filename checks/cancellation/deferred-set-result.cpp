// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a callback that the loop calls later gives a result to a future without asking first:
// whoever waits may have cancelled it between. Misses on purpose: callbacks whose body is not known
// here, and calls in a try block.
#include "tidy/CompletionCheck.h"

namespace asynctidy {
namespace {

class DeferredSetResult : public tidy::CompletionCheck {
public:
  using CompletionCheck::CompletionCheck;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::HandOver &handOver : function.handOvers)
        if (handOver.runs == model::Runs::OnLoop && handOver.call)
          for (const clang::FunctionDecl *target : handOver.targets)
            if (const flow::Function *callback = unit.find(target);
                callback && !callback->isCoroutine)
              look(*callback, handOver, unit);
  }

  void look(const flow::Function &callback, const flow::HandOver &handOver, flow::Unit &unit) {
    for (const flow::Completion &completion :
         flow::questionableCompletions(callback, unit, /*deferred=*/true))
      if (completion.kind == flow::Completion::Unchecked)
        word(completion, handOver, unit.knowledge());
  }

  void word(const flow::Completion &completion, const flow::HandOver &handOver,
            model::Knowledge &knowledge) {
    clang::SourceLocation place = completion.place->getBeginLoc();
    std::vector<clang::FixItHint> fix;
    if (completion.chain.empty())
      fix = tidy::checkFirstFix(*completion.call, knowledge);
    if (!report(place,
                "%0 may have been cancelled by the time this callback runs; %1 fails if it was",
                completion.object, tidy::spelled(*completion.call), llvm::ArrayRef(fix)))
      return;
    noteChain(completion);
    notePath(completion.path);
    if (handOver.receiver)
      note(handOver.call->getBeginLoc(), "it is scheduled here, with %0",
           tidy::spelled(*handOver.receiver));
    if (fix.empty())
      note(place, "check in the callback that it is not done");
  }
};

const tidy::Register<DeferredSetResult> registration{{
    .name = "deferred-set-result",
    .summary =
        "A scheduled set_result without a check fails when the future was cancelled meanwhile",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Cancellation",
    .kin = "asyncio's InvalidStateError",
}};

} // namespace
} // namespace asynctidy
