// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: code that the event loop runs calls a function that blocks its thread, directly or
// through functions defined in the same file. Misses on purpose: virtual calls, functions defined
// elsewhere, everything after the coroutine has moved to another executor, and what comes before
// the first suspension where a plain function waits for the coroutine. Of many calls that come to
// one blocking call in another file, say in a logger, it shows one.
#include "tidy/Check.h"
#include "tidy/Wording.h"

#include <llvm/ADT/MapVector.h>

namespace asynctidy {
namespace {

class BlockingCall : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<bool> files_{*this, "Files", true, "Report blocking file operations."};
  tidy::Option<bool> mutexes_{*this, "Mutexes", false,
                              "Report blocking mutexes; they are harmless when they are held "
                              "briefly and never across a suspension."};
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions that may block, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      if (unit.contextOf(function) == flow::Context::OnLoop)
        look(function, unit);
    for (const auto &[end, many] : elsewhere_)
      word(first(many, unit.context().getSourceManager()), many.size() - 1, unit);
    elsewhere_.clear();
  }

  /// A call, and the steps from its callee down to what blocks.
  struct Chained {
    const flow::Call *call = nullptr;
    const flow::Function *function = nullptr;
    std::vector<flow::BlockingStep> chain;
  };

  void look(const flow::Function &function, flow::Unit &unit) {
    for (const flow::Call &call :
         llvm::concat<const flow::Call>(function.calls, function.indirectCalls)) {
      // co_await resume_on(pool); what follows runs on another thread.
      if (call.hops || call.afterHop || tidy::listed(*allowedFunctions_, call.callee))
        continue;
      if (flow::blocksNow(call, function, unit)) {
        if (!unit.runsOnWaitingThread(function, *call.expr))
          direct(call, function, unit);
        continue;
      }
      if (flow::isOpenCall(call) || flow::isLogged(*call.expr, unit.context()))
        continue;
      for (const flow::BlockingStep &step : unit.blockingSteps(call.callee))
        if (isEnabled(step.category)) {
          if (!unit.runsOnWaitingThread(function, *call.expr))
            chained(call, step, function, unit);
          break;
        }
    }
  }

  bool isEnabled(model::Blocking category) const {
    if (category == model::Blocking::File)
      return *files_;
    if (category == model::Blocking::Lock)
      return *mutexes_;
    return true;
  }

  static llvm::StringRef where(const flow::Function &function) {
    return function.isCoroutine ? "this coroutine" : "this callback";
  }

  void direct(const flow::Call &call, const flow::Function &function, flow::Unit &unit) {
    if (!isEnabled(*call.facts->blocks))
      return;
    clang::SourceLocation place = call.expr->getBeginLoc();
    if (!report(place, "%0 blocks the event loop that runs %1", tidy::spelled(call),
                where(function)))
      return;
    if (call.indirect)
      note(place, "it is %0", tidy::spelled(*call.callee));
    advise(place, *call.facts->blocks, *call.callee, *call.facts, function, unit);
  }

  void chained(const flow::Call &call, flow::BlockingStep step, const flow::Function &function,
               flow::Unit &unit) {
    Chained found{&call, &function, {}};
    while (true) {
      found.chain.push_back(step);
      const std::vector<flow::BlockingStep> steps = unit.blockingSteps(step.callee);
      auto next =
          llvm::find_if(steps, [&](const auto &each) { return each.category == step.category; });
      if (next == steps.end())
        break;
      step = *next;
    }
    if (tidy::listed(*allowedFunctions_, found.chain.back().callee))
      return;
    const clang::SourceManager &sources = unit.context().getSourceManager();
    clang::SourceLocation end = sources.getExpansionLoc(found.chain.back().call->getBeginLoc());
    if (sources.isWrittenInSameFile(end, sources.getExpansionLoc(call.expr->getBeginLoc())))
      word(found, 0, unit);
    else
      elsewhere_[end].push_back(std::move(found));
  }

  /// The one to show: in the file itself, if one is there.
  static const Chained &first(llvm::ArrayRef<Chained> many, const clang::SourceManager &sources) {
    auto own = llvm::find_if(many, [&](const Chained &each) {
      return sources.isInMainFile(sources.getExpansionLoc(each.call->expr->getBeginLoc()));
    });
    return own == many.end() ? many.front() : *own;
  }

  void word(const Chained &found, std::size_t others, flow::Unit &unit) {
    const flow::BlockingStep &last = found.chain.back();
    clang::SourceLocation place = found.call->expr->getBeginLoc();
    if (!report(place, "%0 blocks the event loop that runs %1: it calls %2",
                tidy::spelled(*found.call), where(*found.function), tidy::spelled(*last.callee)))
      return;
    const clang::FunctionDecl *caller = found.call->callee;
    for (const flow::BlockingStep &each : found.chain) {
      note(each.call->getBeginLoc(), "%0 calls %1 here", tidy::spelled(*caller),
           tidy::spelled(*each.callee));
      caller = each.callee;
    }
    if (others > 0)
      note(place, "%0 more call%s0 on the loop come%plural{1:s|:}0 to this; only one is shown",
           static_cast<unsigned>(others));
    advise(place, last.category, *last.callee, *found.chain.front().facts, *found.function, unit);
  }

  void advise(clang::SourceLocation place, model::Blocking category,
              const clang::FunctionDecl &callee, const model::FunctionFacts &facts,
              const flow::Function &function, flow::Unit &unit) {
    llvm::StringRef instead = unit.knowledge().instead(
        callee, facts, category, function.decl->getReturnType(), unit.runnerOf(function));
    if (!instead.empty())
      note(place, "use %0 instead", instead);
  }

  /// By the place of what blocks: chains that lead to another file.
  llvm::MapVector<clang::SourceLocation, std::vector<Chained>> elsewhere_;
};

const tidy::Register<BlockingCall> registration{{
    .name = "blocking-call",
    .summary = "A blocking call in code that the event loop runs stalls everything else on it",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Handle blocking functions correctly",
    .kin = "ruff ASYNC210 ASYNC220 ASYNC230 ASYNC251, detekt SleepInsteadOfDelay",
}};

} // namespace
} // namespace asynctidy
