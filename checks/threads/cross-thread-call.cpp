// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a callable that runs off the loop (a thread, a pool, an executor) calls what may be
// called on a loop's thread only, directly or through functions defined in the same file. Misses on
// purpose: what may be the thread's own, threads that may be the loop's, calls under a lock, and
// functions whose thread is not known.
#include "flow/CrossThread.h"
#include "flow/ForeignChanges.h"
#include "flow/Posting.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class CrossThreadCall : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::CrossThreadTouch &touch : flow::crossThreadTouches(unit))
      word(touch, unit);
    for (const flow::ForeignChange &change : flow::foreignChanges(unit))
      if (report(change.change->getBeginLoc(),
                 "%0 is changed on another loop than the one that it belongs to: its memory is not "
                 "that loop's",
                 change.object)) {
        note(change.object->getLocation(), "%0 is declared here", change.object);
        note(change.handOver->call->getBeginLoc(),
             "return the value from the callable instead of changing what it captures");
      }
  }

  void word(const flow::CrossThreadTouch &touch, flow::Unit &unit) {
    const flow::Step &first = touch.chain.front();
    const flow::Step &last = touch.chain.back();
    clang::SourceLocation place = first.call->getBeginLoc();
    const std::string what = tidy::spelled(*last.callee);
    std::vector<clang::FixItHint> fix;
    bool reported = false;
    if (touch.chain.size() == 1) {
      fix = flow::postInstead(touch, unit);
      reported = report(place,
                        "%0 is called off the thread of its event loop: a data race, and the loop "
                        "does not wake",
                        what, llvm::ArrayRef(fix));
    } else {
      reported = report(place,
                        "%0 calls %1 off the thread of its event loop: a data race, and the loop "
                        "does not wake",
                        tidy::spelled(first), what);
    }
    if (!reported)
      return;
    for (std::size_t i = 1; i < touch.chain.size(); ++i)
      note(touch.chain[i].call->getBeginLoc(), "%0 calls %1 here",
           tidy::spelled(*touch.chain[i - 1].callee), tidy::spelled(*touch.chain[i].callee));
    note(touch.handOver->call->getBeginLoc(), "%0 runs %1 on another thread",
         tidy::spelled(*touch.handOver->receiver), tidy::spelled(*touch.callable->decl));
    if (!fix.empty())
      return;
    if (last.facts->instead.empty())
      note(place, "hand it to the loop by a call that is made for other threads");
    else
      note(place, "use %0 instead", last.facts->instead);
  }
};

const tidy::Register<CrossThreadCall> registration{{
    .name = "cross-thread-call",
    .summary = "Calling what belongs to an event loop on another thread is a data race, and does "
               "not wake the loop",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Concurrency and multithreading",
    .kin = "asyncio's debug mode (non-thread-safe operation)",
}};

} // namespace
} // namespace asynctidy
