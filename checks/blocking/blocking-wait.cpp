// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: code that the event loop runs waits, blocking its thread, for work that may need this
// very loop to finish: a deadlock or a stall; or a coroutine on a thread pool waits for what it
// could await. Or it does not wait, and reads the result of work
// that cannot have run yet. Misses on purpose: waits after a question whether the work is done or
// after awaiting it, anywhere earlier in the function; and what comes before the first suspension
// where a plain function waits for the coroutine.
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
    for (const flow::LoopWait &wait : flow::waitsOnLoop(unit))
      if (!tidy::listed(*allowedFunctions_, wait.call->callee) &&
          !tidy::listed(*allowedFunctions_, wait.chain.back().callee))
        word(wait);
    for (const flow::Function &function : unit.functions())
      if (unit.contextOf(function) == flow::Context::OnLoop)
        for (const flow::Premature &premature : flow::prematureReads(function, unit))
          if (!tidy::listed(*allowedFunctions_, premature.read->callee))
            word(premature, function);
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

  static std::string consequence(model::Waits waits, bool isOnPool, llvm::StringRef where) {
    if (isOnPool)
      return ("blocks a thread of the pool that runs " + where +
              " until the result is there; if the result needs that pool, too, all threads of it "
              "may end up waiting")
          .str();
    switch (waits) {
    case model::Waits::Result:
      return ("blocks the event loop that runs " + where +
              " until the result is there; if the result needs this loop, that is a deadlock")
          .str();
    case model::Waits::Thread:
      return ("blocks the event loop that runs " + where + " until the thread ends").str();
    case model::Waits::Loop:
      return ("runs an event loop inside " + where + ", which blocks the one it is on").str();
    }
    llvm_unreachable("no other");
  }

  void word(const flow::LoopWait &wait) {
    const flow::Step &last = wait.chain.back();
    clang::SourceLocation place = wait.call->expr->getExprLoc();
    std::string what = consequence(*last.facts->waits, wait.isOnPool,
                                   wait.function->isCoroutine ? "this coroutine" : "this callback");
    bool isDirect = wait.chain.size() == 1;
    if (!(isDirect ? report(place, "%0 %1", tidy::spelled(*wait.call), what)
                   : report(place, "%0 calls %1, which %2", tidy::spelled(*wait.call),
                            tidy::spelled(*last.callee), what)))
      return;
    for (std::size_t i = 1; i < wait.chain.size(); ++i)
      note(wait.chain[i].call->getBeginLoc(), "%0 calls %1 here",
           tidy::spelled(*wait.chain[i - 1].callee), tidy::spelled(wait.chain[i]));
    if (last.facts->instead.empty())
      note(place, "await it, or wait on a thread of its own");
    else
      note(place, "use %0 instead", last.facts->instead);
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
