// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: nothing suspends under a timeout, so that it cannot end anything: the body of a timeout
// scope, the coroutine given to a function that bounds it, the rest of the block of a scope object.
// Misses on purpose: bodies that are not known here, and suspensions that happen not to suspend.
#include "flow/Timeouts.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UselessTimeout : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::UselessTimeout &each : flow::uselessTimeouts(function, unit))
        word(each);
  }

  void word(const flow::UselessTimeout &each) {
    if (each.scope) {
      if (report(each.place, "nothing suspends while timeout %0 lasts: it cannot end anything",
                 each.scope))
        note(each.place, "put what shall be bounded into its scope, or drop it");
      return;
    }
    if (report(each.place, "%0 never suspends: the timeout cannot end it",
               tidy::spelled(*each.body)))
      note(each.body->getLocation(),
           "it runs from beginning to end in one turn of the loop, however long that takes");
  }
};

const tidy::Register<UselessTimeout> registration{{
    .name = "useless-timeout",
    .summary = "A timeout around code that never suspends cannot end it",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "flake8-async ASYNC100",
}};

} // namespace
} // namespace asynctidy
