// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a callable that returns a coroutine or task is handed to something that ignores what
// callbacks return. Misses on purpose: receivers that no model and no signature tells about.
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class VoidCallback : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    // loop.call_soon(refresh) also wraps the callable; the function that is called says more.
    for (bool wrapped : {false, true})
      for (const flow::Function &function : unit.functions())
        for (const flow::HandOver &handOver : function.handOvers)
          if (ignores(handOver) && !handOver.returns.isNull() &&
              (handOver.receiver == nullptr) == wrapped)
            look(handOver, unit);
  }

  static bool ignores(const flow::HandOver &handOver) {
    return handOver.returned == model::Returned::Dropped ||
           handOver.returned == model::Returned::Detached;
  }

  void look(const flow::HandOver &handOver, flow::Unit &unit) {
    const model::Meaning &meaning = unit.knowledge().type(handOver.returns);
    bool neverRuns = meaning.neverRunsWhenDropped();
    bool losesOutcome =
        meaning.losesOutcomeWhenDropped() && handOver.returned != model::Returned::Detached;
    if (!neverRuns && !losesOutcome)
      return;
    std::string receiver = handOver.receiver ? tidy::spelled(*handOver.receiver)
                                             : "'" +
                                                   handOver.wrapper.getCanonicalType().getAsString(
                                                       unit.context().getPrintingPolicy()) +
                                                   "'";
    clang::SourceLocation place = handOver.callable->getBeginLoc();
    if (!report(place, "%0 drops the %1 that this callback returns; %2", receiver, handOver.returns,
                neverRuns ? "its body never runs" : "nobody sees its end, and its error is lost"))
      return;
    note(place, "pass a plain callable that starts the work and keeps its handle");
  }
};

const tidy::Register<VoidCallback> registration{{
    .name = "void-callback",
    .summary = "A coroutine given where a plain callback is wanted is created and dropped",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Debug mode of asyncio",
    .kin = "typescript-eslint no-misused-promises, vs-threading VSTHRD101",
}};

} // namespace
} // namespace asynctidy
