// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a loop of a coroutine that the event loop runs has a constant condition, or constant
// bounds that are far apart, and nothing in it suspends. Misses on purpose: loops over containers,
// whose size nobody knows here, loops that suspend on some way, and what callees do.
#include "flow/Loops.h"
#include "tidy/Check.h"

namespace asynctidy {
namespace {

class LoopWithoutSuspend : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<unsigned> minIterations_{
      *this, "MinIterations", 1'000'000,
      "How often the innermost body of a loop with constant bounds must run to be reported."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      if (function.isCoroutine && unit.contextOf(function) == flow::Context::OnLoop)
        for (const flow::TightLoop &loop :
             flow::loopsWithoutSuspension(function, unit.context(), *minIterations_))
          word(loop);
  }

  void word(const flow::TightLoop &loop) {
    clang::SourceLocation place = loop.loop->getBeginLoc();
    bool reported = false;
    switch (loop.kind) {
    case flow::TightLoop::Endless:
      reported =
          report(place, "this loop neither suspends nor ends: nothing else on the event loop "
                        "of this coroutine runs again");
      break;
    case flow::TightLoop::Unbounded:
      reported = report(place, "this loop has no bound and does not suspend: nothing else on the "
                               "event loop of this coroutine runs until it ends");
      break;
    case flow::TightLoop::Long:
      reported = report(place,
                        "this loop runs its body %0 times without suspending: nothing else on the "
                        "event loop of this coroutine runs meanwhile",
                        std::to_string(loop.iterations));
      break;
    }
    if (reported)
      note(place, "let others run now and then by an awaited sleep of zero, or do the work on "
                  "another thread");
  }
};

const tidy::Register<LoopWithoutSuspend> registration{{
    .name = "loop-without-suspend",
    .summary = "A long loop that never suspends its coroutine stalls everything else on the event "
               "loop",
    .tier = tidy::Tier::Strict,
    .fix = tidy::Fix::None,
    .asyncioSection = "Handle blocking functions correctly",
    .kin = "flake8-async ASYNC910 ASYNC912",
}};

} // namespace
} // namespace asynctidy
