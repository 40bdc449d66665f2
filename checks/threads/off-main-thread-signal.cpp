// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: code that runs on another thread than the main one asks an event loop for what works on
// the main thread only, such as a signal handler. Misses on purpose: callables whose thread is not
// known, coroutines that are sent to a loop elsewhere, and calls through functions that are defined
// elsewhere.
#include "flow/MainThread.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class OffMainThreadSignal : public tidy::Check {
public:
  using Check::Check;

private:
  void analyse(flow::Unit &unit) override {
    for (const flow::OffMainCall &call : flow::offMainCalls(unit))
      word(call);
  }

  void word(const flow::OffMainCall &found) {
    const flow::Step &first = found.chain.front();
    const flow::Step &last = found.chain.back();
    const std::string what = tidy::spelled(*last.callee);
    clang::SourceLocation place = first.call->getBeginLoc();
    bool isDirect = found.chain.size() == 1;
    if (!report(place,
                isDirect
                    ? "%0 works on the main thread of the process only; this runs on another one"
                    : "%1 calls %0, which works on the main thread of the process only; this "
                      "runs on another one",
                what, tidy::spelled(first)))
      return;
    for (std::size_t i = 1; i < found.chain.size(); ++i)
      note(found.chain[i].call->getBeginLoc(), "%0 calls %1 here",
           tidy::spelled(*found.chain[i - 1].callee), tidy::spelled(*found.chain[i].callee));
    note(found.handOver->call->getBeginLoc(), "%0 runs the callable on another thread",
         tidy::spelled(*found.handOver->receiver));
    note(place, "call it on the main thread's loop, and hand on from there what has to be done");
  }
};

const tidy::Register<OffMainThreadSignal> registration{{
    .name = "off-main-thread-signal",
    .summary = "Signal handlers of an event loop can be installed on the main thread only",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Concurrency and multithreading",
    .kin = "asyncio's RuntimeError of add_signal_handler()",
}};

} // namespace
} // namespace asynctidy
