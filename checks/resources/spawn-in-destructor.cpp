// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a destructor, or a private method that only destructors call, starts asynchronous work
// and drops the handle. Misses on purpose: work that is given to an owner, and what is never
// started, which async-unawaited-coroutine reports.
#include "flow/Destructors.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class SpawnInDestructor : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::LeftBehind &work : flow::workLeftByDestructors(unit))
      word(work);
  }

  void word(const flow::LeftBehind &work) {
    std::string what = work.value ? tidy::described(*work.value) : "this work";
    if (!report(work.started->getBeginLoc(),
                "%0 is started by the destructor of %1, and nobody can await it: it runs when the "
                "object is gone, if it still runs at all",
                what, work.destructor->getParent()))
      return;
    if (work.through)
      note(work.through->getBeginLoc(), "the destructor calls it here");
    note(work.destructor->getLocation(),
         "give the class a coroutine that closes it, and await that before the object ends");
  }
};

const tidy::Register<SpawnInDestructor> registration{{
    .name = "spawn-in-destructor",
    .summary = "Asynchronous work started in a destructor outlives its object, and nobody can "
               "await it",
    .tier = tidy::Tier::Strict,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "",
}};

} // namespace
} // namespace asynctidy
