// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a loop does nothing but to await a sleep and to ask its condition again. Misses on
// purpose: conditions that suspend, as they ask somebody else, and loops that do something else as
// well.
#include "flow/Loops.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class BusyWait : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::BusyWait &wait : flow::busyWaits(function, unit.knowledge()))
        if (report(wait.loop->getBeginLoc(),
                   "this loop sleeps and asks again until its condition changes: it wakes up in "
                   "vain, and too late when it does")) {
          note(wait.sleep->getBeginLoc(), "%0 is awaited here",
               tidy::spelled(*wait.sleep->getDirectCallee()));
          note(wait.condition->getBeginLoc(),
               "await an event or condition that whoever changes this sets");
        }
  }
};

const tidy::Register<BusyWait> registration{{
    .name = "busy-wait",
    .summary = "Sleeping in a loop until a condition changes wastes wake-ups and time; an event "
               "wakes at once",
    .tier = tidy::Tier::Off,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "ruff ASYNC110",
}};

} // namespace
} // namespace asynctidy
