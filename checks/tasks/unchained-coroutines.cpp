// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: steps that depend on each other are started one after the other, and none is awaited
// before the next, so that nothing makes them run in that order. Misses on purpose: steps whose
// dependence neither an opening or closing, nor a copied argument shows, and handles that are used
// for more than a co_await.
#include "flow/Steps.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnchainedCoroutines : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Steps that need no order, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Unchained &unchained : flow::unchainedSteps(function, unit))
        if (!tidy::listed(*allowedFunctions_, unchained.first.callee) &&
            !tidy::listed(*allowedFunctions_, unchained.second.callee))
          word(unchained);
  }

  void word(const flow::Unchained &unchained) {
    if (!report(unchained.first.start->getBeginLoc(), message(unchained.why),
                tidy::spelled(*unchained.first.callee), tidy::spelled(*unchained.second.callee)))
      return;
    note(unchained.second.start->getBeginLoc(),
         unchained.why == flow::Unchained::Copies ? "this step gets a copy of %0 as it is now"
         : llvm::isa_and_nonnull<clang::VarDecl>(unchained.shared) ? "this step uses %0, too"
                                                                   : "this step depends on it",
         unchained.shared);
    note(unchained.first.start->getBeginLoc(),
         "await each step before the next, or start one coroutine that does");
  }

  static llvm::StringRef message(flow::Unchained::Why why) {
    switch (why) {
    case flow::Unchained::Opens:
      return "%0 is started and not awaited before %1, which needs it, is started; nothing makes "
             "them run in this order";
    case flow::Unchained::Closes:
      return "%0 is started and not awaited before %1 is started, which may end first and leave "
             "nothing to work on";
    case flow::Unchained::Copies:
      return "%0 is started and not awaited before %1 is given what it is still to write";
    }
    return "";
  }
};

const tidy::Register<UnchainedCoroutines> registration{{
    .name = "unchained-coroutines",
    .summary = "Dependent steps that are started without awaiting between them run in any order",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Chain coroutines correctly",
    .kin = "",
}};

} // namespace
} // namespace asynctidy
