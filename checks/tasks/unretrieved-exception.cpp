// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: the handle of started work is kept in a local variable, and on some way to the end of
// its scope nobody awaits it, reads it or gives it away: its error is lost. The same for handles in
// a local container, for parameters that are the only handle, and for handles in a continuation
// that is skipped on failure. Exceptions count when a co_await of other started work throws. Misses
// on purpose: handles in members, handles whose destructor cancels or waits, and ways on which a
// variable that the work sets at its end is found true.
#include "flow/Collecting.h"
#include "flow/Fates.h"
#include "flow/Handled.h"
#include "flow/OwnPromises.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnretrievedException : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Types whose errors may get lost, by (qualified) name."};
  tidy::Option<std::vector<std::string>> allowedFunctions_{
      *this, "AllowedFunctions", {}, "Functions whose errors may get lost, by (qualified) name."};
  tidy::Option<bool> loops_{
      *this, "Loops", false,
      "Report the elements of a container that are awaited one after the other, so that the first "
      "exception leaves those behind it unread."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::Value &value : function.values)
        if (value.holder && value.fate == flow::Fate::Used && mayLoseError(value, unit) &&
            !flow::handlesItsErrors(value, unit) &&
            !flow::isOfOwnPromise(*value.expr, function, unit) &&
            !flow::isOfDoneWork(*value.expr, function, unit))
          follow(value, function, unit);
      for (const flow::Collected &collected : flow::lostInContainers(function, unit))
        if (mayLoseError(*collected.value, unit) &&
            (*loops_ || collected.kind != flow::Collected::OneByOne))
          word(collected);
      for (const flow::Collected &collected : flow::lostInContinuations(function, unit))
        if (!tidy::listed(*allowedTypes_, collected.owner->getType()))
          wordContinuation(collected);
      if (function.body)
        for (const clang::ParmVarDecl *parameter : function.decl->parameters())
          if (!tidy::listed(*allowedTypes_, parameter->getType()))
            follow(*parameter, function, unit);
    }
  }

  bool mayLoseError(const flow::Value &value, flow::Unit &unit) const {
    return value.callee && flow::losesError(*value.meaning) && !flow::isOwned(value, unit) &&
           !flow::cannotFail(value, unit) && !value.calleeFacts->detaches &&
           !tidy::listed(*allowedTypes_, value.expr->getType()) &&
           !tidy::listed(*allowedFunctions_, value.callee);
  }

  void follow(const flow::Value &value, const flow::Function &function, flow::Unit &unit) {
    for (const flow::Breach &breach : flow::neverUsed(value, function, unit, /*throwing=*/true)) {
      if (!report(value.expr->getBeginLoc(), message(breach), tidy::described(value), value.holder))
        return;
      notePath(breach.path);
      if (breach.kind == flow::Breach::Overwritten)
        note(breach.at->getBeginLoc(), "it is overwritten here");
      note(value.expr->getBeginLoc(), "await it on every way, or give it to an owner that does");
    }
  }

  void follow(const clang::ParmVarDecl &parameter, const flow::Function &function,
              flow::Unit &unit) {
    for (const flow::Breach &breach : flow::neverUsed(parameter, function, unit)) {
      if (!report(parameter.getLocation(),
                  "%0 is the only handle on this work, and nobody reads it on one way through the "
                  "function; an error of it is lost there",
                  &parameter))
        return;
      notePath(breach.path);
      note(parameter.getLocation(), "look at its error on every way, or hand it on");
    }
  }

  void word(const flow::Collected &collected) {
    clang::SourceLocation place = collected.value->expr->getBeginLoc();
    std::string what = tidy::described(*collected.value);
    bool inALoop = collected.kind == flow::Collected::OneByOne;
    llvm::StringRef text =
        inALoop ? "%0 is put into %1, whose elements are awaited one after the other; if one "
                  "throws, nobody reads those behind it and an error of them is lost"
        : collected.breach.kind == flow::Breach::Thrown
            ? "%0 is put into %1; if what is awaited meanwhile throws, nobody reads it there and "
              "an error of it is lost"
            : "%0 is put into %1, whose elements nobody reads on one way to its end; an error of "
              "it is lost there";
    if (!report(place, text, what, collected.owner))
      return;
    notePath(collected.breach.path);
    if (inALoop)
      note(collected.at->getBeginLoc(), "an exception from here leaves the loop");
    note(place,
         "await all of them on every way, each with its error, or give them to an owner that "
         "does");
  }

  void wordContinuation(const flow::Collected &collected) {
    if (report(collected.at->getBeginLoc(),
               "%0 moves into a continuation that is not called if the work before it fails; then "
               "nobody reads %0 and an error of it is lost",
               collected.owner))
      note(collected.at->getBeginLoc(),
           "wait for both, or take a continuation that is called in any case");
  }

  static llvm::StringRef message(const flow::Breach &breach) {
    switch (breach.kind) {
    case flow::Breach::AtEnd:
      return "%0 is kept in %1, which nobody reads on one way to its end; an error of it is lost "
             "there";
    case flow::Breach::Overwritten:
      return "%0 is kept in %1, which is overwritten before anybody reads it; an error of it is "
             "lost";
    case flow::Breach::Thrown:
      if (llvm::isa_and_nonnull<clang::CXXThrowExpr>(breach.at))
        return "%0 is kept in %1, which nobody reads before an exception is thrown; an error of it "
               "is lost there";
      return "%0 is kept in %1 while other work is awaited; if that throws, nobody reads %1 and an "
             "error of it is lost";
    }
    return "";
  }
};

const tidy::Register<UnretrievedException> registration{{
    .name = "unretrieved-exception",
    .summary = "An error of started work is lost when its handle is abandoned unread on some path",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "Detect exceptions never consumed",
    .kin = "asyncio's \"exception was never retrieved\"",
}};

} // namespace
} // namespace asynctidy
