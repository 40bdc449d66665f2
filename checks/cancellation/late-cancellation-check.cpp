// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a coroutine works before it awaits a future that it was given, and on no way there asks
// whether that has been cancelled, so that the work may be in vain. Misses on purpose: futures that
// anything else is done with before, members, and work that is only arithmetic.
#include "flow/LateQuestions.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class LateCancellationCheck : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::LateAwait &late : flow::lateAwaits(function, unit))
        word(late);
  }

  void word(const flow::LateAwait &late) {
    if (!report(late.place->getBeginLoc(),
                "%0 may have been cancelled before the coroutine began; what it did before this "
                "co_await was in vain then",
                late.future))
      return;
    note(late.work->getBeginLoc(), "the work begins here");
    if (late.query)
      note(late.future->getLocation(), "check it first, with %0", tidy::spelled(*late.query));
    else
      note(late.future->getLocation(), "check it first");
  }
};

const tidy::Register<LateCancellationCheck> registration{{
    .name = "late-cancellation-check",
    .summary = "A future is awaited after work that was in vain if it had been cancelled before",
    .tier = tidy::Tier::Strict,
    .fix = tidy::Fix::None,
    .asyncioSection = "Cancellation",
    .kin = "",
}};

} // namespace
} // namespace asynctidy
