// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a reference or pointer to a thread_local variable or errno is used after a co_await that
// is seen to move the coroutine to another thread, or a guard that sets a thread_local variable is
// held over one. Misses on purpose: suspensions of which it is not known that they move, what comes
// after one that may move back, and lock guards, which are lock-across-suspend's.
#include "flow/ThreadBound.h"
#include "tidy/Check.h"

namespace asynctidy {
namespace {

class ThreadAffineAcrossSuspend : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      if (!flow::isAsynchronousCoroutine(function, unit.knowledge()))
        continue;
      for (const flow::ThreadBound &bound : flow::keptAcrossHops(function, unit))
        bound.kind == flow::ThreadBound::Guard ? wordGuard(bound) : word(bound);
    }
  }

  void word(const flow::ThreadBound &bound) {
    const clang::VarDecl *owned = bound.owned.variable;
    bool reported =
        owned ? report(bound.use->getBeginLoc(),
                       "%0 still refers to %1 of the thread that the coroutine has left: a data "
                       "race with that thread, and dangling once it ends",
                       bound.variable, owned)
              : report(bound.use->getBeginLoc(),
                       "%0 still refers to 'errno' of the thread that the coroutine has left: it "
                       "tells nothing of calls made here",
                       bound.variable);
    if (!reported)
      return;
    note(bound.hop->getBeginLoc(), "the coroutine goes on on another thread here");
    note(bound.taken, "it is taken here");
    if (owned)
      note(bound.use->getBeginLoc(),
           "name %0 again for this thread's object, or copy the value before the co_await", owned);
    else
      note(bound.use->getBeginLoc(), "copy the value before the co_await");
  }

  void wordGuard(const flow::ThreadBound &bound) {
    if (!report(bound.hop->getBeginLoc(),
                "the coroutine moves to another thread while it holds %0: %1 stays as it is on "
                "the thread it leaves, and the guard restores it on the wrong one",
                bound.variable, bound.owned.variable))
      return;
    note(bound.taken, "it begins here");
    note(bound.hop->getBeginLoc(), "end its scope before, and begin another one afterwards");
  }
};

const tidy::Register<ThreadAffineAcrossSuspend> registration{{
    .name = "thread-affine-across-suspend",
    .summary = "What belongs to a thread is used after the coroutine moved to another one: a data "
               "race, or the wrong thread's object",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "",
}};

} // namespace
} // namespace asynctidy
