// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a coroutine, task or future that can be used once is awaited, read or passed on although
// on the way there it was awaited, emptied or moved away before. Misses on purpose: members,
// objects that others have a reference to, conditions that may exclude each other, and what a test
// expects to throw.
#include "flow/ExpectedThrows.h"
#include "flow/Spending.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class DoubleAwait : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types that may be used again, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions())
      for (const flow::Reuse &reuse : flow::reuses(function, unit))
        if (!tidy::listed(*allowedTypes_, reuse.object->getType()) &&
            !flow::isExpectedToThrow(*reuse.again->expr, unit.context()))
          word(reuse);
  }

  void word(const flow::Reuse &reuse) {
    bool sameKind = reuse.how == reuse.first;
    llvm::StringRef message = reuse.again == reuse.before
                                  ? "%0 is %1 in each round of the loop; %3 after the first"
                              : sameKind ? "%0 is %1 again; %3 after the first time"
                                         : "%0 is %1 after it was %2; %3";
    if (!report(reuse.again->expr->getLocation(), message, reuse.object, used(reuse.how),
                usedUp(reuse.first), left(*reuse.meaning)))
      return;
    notePath(reuse.path);
    if (reuse.again != reuse.before)
      note(reuse.before->expr->getLocation(), "it is %0 here", usedUp(reuse.first));
  }

  static llvm::StringRef usedUp(flow::Spent how) {
    switch (how) {
    case flow::Spent::Awaited:
      return "awaited";
    case flow::Spent::Taken:
      return "used up";
    case flow::Spent::Moved:
      return "moved away";
    }
    return "";
  }

  static llvm::StringRef used(flow::Spent how) {
    return how == flow::Spent::Taken ? "used" : usedUp(how);
  }

  static llvm::StringRef left(const model::Meaning &meaning) {
    return meaning.role == model::Role::Coroutine ? "no coroutine is left in it"
                                                  : "no result is left in it";
  }
};

const tidy::Register<DoubleAwait> registration{{
    .name = "double-await",
    .summary = "Awaiting a coroutine or future again, or after it was moved away, finds nothing",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "bugprone-use-after-move, CPython's \"cannot reuse already awaited coroutine\"",
}};

} // namespace
} // namespace asynctidy
