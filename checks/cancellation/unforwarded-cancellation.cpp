// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a function that is given a cancellation token calls what could take it too, by a
// parameter left to its default or by an overload, without it. Misses on purpose: tokens that are
// members or locals, calls that depend on the token in another way, and clean-up.
#include "flow/Tokens.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnforwardedCancellation : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Unforwarded &each : flow::unforwardedTokens(function, unit))
        word(each);
  }

  void word(const flow::Unforwarded &each) {
    if (!report(each.call->expr->getBeginLoc(),
                "%0 is called without the token %1: it goes on when that asks to stop",
                tidy::spelled(*each.call), each.token))
      return;
    note(each.token->getLocation(), "the token is here; pass it on");
    note(each.taker->getLocation(),
         each.overload ? "this overload takes one" : "this parameter takes it");
  }
};

const tidy::Register<UnforwardedCancellation> registration{{
    .name = "unforwarded-cancellation",
    .summary = "A callee that is not given the cancellation token at hand goes on when it stops",
    .tier = tidy::Tier::Strict,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "",
}};

} // namespace
} // namespace asynctidy
