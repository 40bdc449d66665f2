// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: code that the event loop runs waits, blocking its thread, for work that may need this
// very loop to finish: a deadlock or a stall. Or it does not wait, and reads the result of work
// that cannot have run yet. Misses on purpose: waits after a question whether the work is done or
// after awaiting it, anywhere earlier in the function.
#include "flow/Premature.h"
#include "flow/Waiting.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class BlockingWait : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions that may wait, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      if (unit.contextOf(function) != flow::Context::OnLoop)
        continue;
      for (const flow::Call &call : flow::blockingWaits(function, unit))
        if (!tidy::listed(*allowedFunctions_, call.callee))
          word(call, function, unit);
      for (const flow::Premature &premature : flow::prematureReads(function, unit))
        if (!tidy::listed(*allowedFunctions_, premature.read->callee))
          word(premature, function);
    }
  }

  void word(const flow::Premature &premature, const flow::Function &function) {
    clang::SourceLocation place = premature.read->expr->getExprLoc();
    llvm::StringRef where = function.isCoroutine ? "coroutine" : "callback";
    if (!report(place,
                "%0 does not wait, and there is no result yet: nothing of this work runs before "
                "this %1 lets the event loop go on",
                tidy::spelled(*premature.read), where))
      return;
    notePath(premature.path);
    note(premature.started->getExprLoc(), "the work is started here");
    note(place, "await it");
  }

  void word(const flow::Call &call, const flow::Function &function, flow::Unit &unit) {
    clang::SourceLocation place = call.expr->getExprLoc();
    llvm::StringRef where = function.isCoroutine ? "this coroutine" : "this callback";
    std::string what = tidy::spelled(call);
    bool reported = false;
    switch (*call.facts->waits) {
    case model::Waits::Result:
      reported = report(place,
                        "%0 blocks the event loop that runs %1 until the result is there; if the "
                        "result needs this loop, that is a deadlock",
                        what, where);
      break;
    case model::Waits::Thread:
      reported =
          report(place, "%0 blocks the event loop that runs %1 until the thread ends", what, where);
      break;
    case model::Waits::Loop:
      reported = report(place, "%0 runs an event loop inside %1, which blocks the one it is on",
                        what, where);
      break;
    }
    if (!reported)
      return;
    if (call.facts->instead.empty())
      note(place, "await it, or wait on a thread of its own");
    else
      note(place, "use %0 instead", call.facts->instead);
  }
};

const tidy::Register<BlockingWait> registration{{
    .name = "blocking-wait",
    .summary = "Waiting for a result, a thread or a loop inside the event loop stalls or deadlocks",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Concurrency and multithreading",
    .kin = "vs-threading VSTHRD002, detekt runBlocking rules",
}};

} // namespace
} // namespace asynctidy
