// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides: a promise that others wait for, because its future was given away or because it was
// given to this function, is neither completed nor handed on on some way; a promise is completed
// only by a continuation that is skipped when the work before it fails; or a future is awaited
// before anybody else has it. Misses on purpose: promises in members, behind pointers, and those
// that anybody else has got hold of; exceptions out of the function where the destructor of the
// promise tells who waits.
#include "flow/Promises.h"
#include "flow/SkippedPromises.h"
#include "tidy/Check.h"
#include "tidy/Wording.h"

namespace asynctidy {
namespace {

class UnfulfilledPromise : public tidy::Check {
public:
  using Check::Check;

private:
  tidy::Option<std::vector<std::string>> allowedTypes_{
      *this, "AllowedTypes", {}, "Promises that may be dropped, by (qualified) name."};

  void analyse(flow::Unit &unit) override {
    for (const flow::Function &function : unit.functions()) {
      for (const flow::Unfulfilled &each : flow::unfulfilledPromises(function, unit))
        if (!tidy::listed(*allowedTypes_, each.promise->getType()))
          word(each, unit.knowledge());
      for (const flow::SkippedPromise &each : flow::skippedPromises(function, unit))
        if (!tidy::listed(*allowedTypes_, each.promise->getType()))
          word(each, unit.knowledge());
    }
  }

  void word(const flow::SkippedPromise &each, model::Knowledge &knowledge) {
    clang::SourceLocation place = each.continuation->getBeginLoc();
    if (report(place,
               "only this continuation completes %0, and %1 skips it when the work before has "
               "failed: whoever waits %2 then",
               each.promise, tidy::spelled(*each.receiver),
               whatWaitersGet(*each.promise, knowledge)))
      note(place, "use a continuation that is called in both cases, and hand the error on");
  }

  static llvm::StringRef whatWaitersGet(const clang::ValueDecl &promise,
                                        model::Knowledge &knowledge) {
    bool fails = knowledge.type(promise.getType()).drop == coro::Drop::Fails;
    return fails ? "gets an error instead of a result" : "waits for ever";
  }

  void word(const flow::Unfulfilled &each, model::Knowledge &knowledge) {
    clang::SourceLocation place = each.promise->getLocation();
    if (each.kind == flow::Unfulfilled::Alone) {
      if (!report(place, "%0 is awaited before anybody else has it: nobody can complete it",
                  each.promise))
        return;
      notePath(each.path);
      note(each.await->getBeginLoc(), "it is awaited here, for ever");
      return;
    }
    if (!report(place, message(each), each.promise, whatWaitersGet(*each.promise, knowledge)))
      return;
    notePath(each.breach.path);
    if (each.breach.kind == flow::Breach::Overwritten)
      note(each.breach.at->getBeginLoc(), "it is overwritten here");
    note(place, "set a result or an exception on every way, or hand the promise on");
  }

  static llvm::StringRef message(const flow::Unfulfilled &each) {
    switch (each.breach.kind) {
    case flow::Breach::AtEnd:
      return each.elsewhere
                 ? "%0 is not completed on every way to its end: whoever waits for it %1 then"
                 : "%0 is never completed: whoever waits for it %1";
    case flow::Breach::Overwritten:
      return "%0 is overwritten before it is completed: whoever waits for it %1";
    case flow::Breach::Thrown:
      return "%0 is not completed when an exception leaves the function: whoever waits for it %1 "
             "then";
    }
    return "";
  }
};

const tidy::Register<UnfulfilledPromise> registration{{
    .name = "unfulfilled-promise",
    .summary = "A promise that is neither completed nor handed on on some path leaves others "
               "waiting for it",
    .tier = tidy::Tier::Default,
    .fix = tidy::Fix::None,
    .asyncioSection = "",
    .kin = "std::future_errc::broken_promise",
}};

} // namespace
} // namespace asynctidy
