// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: on some way to a written co_await or co_yield a blocking lock is held, by a guard or by
// hand. Misses on purpose: locks in members and parameters that somebody else has locked, and
// generators whose items are not awaited: their caller knows what runs between two.
#include "flow/HeldLocks.h"
#include "tidy/Check.h"

namespace asynctidy {
namespace {

class LockAcrossSuspend : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      if (flow::isAsynchronousCoroutine(function, unit.knowledge()))
        for (const flow::HeldLock &held : flow::locksHeldAcrossSuspensions(function, unit))
          word(held);
  }

  void word(const flow::HeldLock &held) {
    if (!report(held.suspension->getBeginLoc(),
                "the coroutine is suspended while it holds %0: until it is resumed, whoever wants "
                "the lock blocks a thread, and it may be unlocked on another one",
                held.lock))
      return;
    if (held.acquired)
      note(held.acquired->getBeginLoc(), "it is locked here");
    note(held.suspension->getBeginLoc(),
         "unlock it before, or use a lock that is awaited instead of one that blocks");
  }
};

const tidy::Register<LockAcrossSuspend> registration{{
    .name = "lock-across-suspend",
    .summary = "A blocking lock held across a suspension blocks threads, and may be unlocked on "
               "another one",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "clippy await_holding_lock, misc-coroutine-hostile-raii",
}};

} // namespace
} // namespace asynctidy
