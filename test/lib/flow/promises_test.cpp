// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Promises.h"

namespace asynctidy::test {
namespace {

using flow::Unfulfilled;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
struct [[clang::annotate("asynctidy::future")]] Future {
  Future(const Future &);
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
  [[clang::annotate("asynctidy::completes")]] void set_result(int) const;
  bool done() const;
};
struct [[clang::annotate("asynctidy::promise")]] Promise {
  Promise(); Promise(Promise &&);
  Future future();
  [[clang::annotate("asynctidy::completes")]] void set(int);
};
struct Loop {
  [[clang::annotate("asynctidy::open_future")]] Future create();
};
test::Task<> step();
void keep(Promise); void share(Future); void look(const Promise &) {}
void log();
)";

/// The promises and futures of a coroutine with this body that nobody completes on some way.
std::vector<std::string> unfulfilled(const std::string &body) {
  Analysed code(
      head + ("test::Task<> f(Promise given, Loop &loop, bool a) {" + body + "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const Unfulfilled &each : flow::unfulfilledPromises(code.function("f"), code.unit()))
    result.push_back(each.promise->getNameAsString() +
                     (each.kind == Unfulfilled::Alone                 ? " alone"
                      : each.breach.kind == flow::Breach::Overwritten ? " overwritten"
                      : each.breach.kind == flow::Breach::Thrown      ? " thrown"
                                                                      : " end"));
  return result;
}

TEST(Promises, OfWhichTheFutureIsGivenAway) {
  EXPECT_THAT(unfulfilled("Promise p; share(p.future()); if (a) co_return; p.set(1);"),
              ElementsAre("p end"));
  EXPECT_THAT(unfulfilled("Promise p; share(p.future()); p.set(1);"), IsEmpty());
  EXPECT_THAT(unfulfilled("Promise p; share(p.future()); keep(std::move(p));"), IsEmpty());
  // Nobody waits for it.
  EXPECT_THAT(unfulfilled("Promise p; if (a) co_return; p.set(1);"), IsEmpty());
  EXPECT_THAT(unfulfilled("Promise p; if (a) co_return; share(p.future()); p.set(1);"), IsEmpty());
}

TEST(Promises, ThatAreGivenAndCompletedElsewhere) {
  EXPECT_THAT(unfulfilled("if (a) co_return; given.set(1);"), ElementsAre("given end"));
  EXPECT_THAT(unfulfilled("given.set(1);"), IsEmpty());
  // What is never used may be refused on purpose.
  EXPECT_THAT(unfulfilled("log();"), IsEmpty());
  EXPECT_THAT(unfulfilled("co_await step(); given.set(1);"), ElementsAre("given thrown"));
}

TEST(Promises, AreNotCompletedByWhoOnlyLooks) {
  EXPECT_THAT(unfulfilled("Promise p; share(p.future()); look(p);"), ElementsAre("p end"));
}

TEST(Promises, FuturesThatAreAwaitedByWhoeverMadeThem) {
  EXPECT_THAT(unfulfilled("auto made = loop.create(); co_await made;"), ElementsAre("made alone"));
  EXPECT_THAT(unfulfilled("auto made = loop.create(); share(made); co_await made;"), IsEmpty());
  EXPECT_THAT(unfulfilled("auto made = loop.create(); if (a) share(made); co_await made;"),
              ElementsAre("made alone"));
  EXPECT_THAT(unfulfilled("auto made = loop.create(); if (made.done()) co_await made;"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
