// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a handler around a suspension catches everything, or a base class of the exception by
// which cancellation arrives, and ends normally: the coroutine goes on, or ends as if it had
// finished. Misses on purpose: handlers that name the exception, that throw or look at it on any
// way, and those that return something in its place.
#include "flow/Cancellation.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class SwallowedCancellation : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<bool> ending_{
      *this, "Ending", true,
      "Also report handlers after which the coroutine only ends, as if it had finished."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Swallowed &each : flow::swallowedCancellations(function, unit))
        if (each.goesOn || *ending_)
          word(each);
  }

  void word(const flow::Swallowed &each) {
    clang::SourceLocation place = each.handler->getBeginLoc();
    std::string exception = model::qualifiedName(*each.cancellation);
    std::vector<clang::FixItHint> fix;
    if (!place.isMacroID())
      fix.push_back(clang::FixItHint::CreateInsertion(place, "catch (const " + exception +
                                                                 " &) { throw; } "));
    if (!report(place,
                each.goesOn
                    ? "this handler also catches '%0': the coroutine goes on as if nobody had "
                      "cancelled it"
                    : "this handler also catches '%0': the coroutine ends as if it had finished",
                exception, llvm::ArrayRef(fix)))
      return;
    note(each.suspension->getBeginLoc(), "the cancellation arrives at this suspension");
    if (fix.empty())
      note(place, "catch '%0' before, and throw it on", exception);
  }
};

const tidy::Register<SwallowedCancellation> registration{{
    .name = "swallowed-cancellation",
    .summary = "A handler that catches everything also catches the cancellation, and the "
               "coroutine goes on",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::Sometimes,
    .asyncioSection = "Cancellation",
    .kin = "flake8-async ASYNC103, ASYNC104",
}};

} // namespace
} // namespace asynctidy
