// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Suspending.h"
#include "flow/Timeouts.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
struct [[clang::annotate("asynctidy::timeout")]] Deadline {
  Deadline(int);
  ~Deadline();
  void extend(int);
};
struct [[clang::annotate("asynctidy::timeout")]] Plain { int seconds; };
template <class T> T within(int seconds, [[clang::annotate("asynctidy::bounds")]] T work);
void install(Deadline &);
test::Task<> outside();
test::Task<> never() { co_return; }
test::Task<> calls_never() { co_await never(); }
test::Task<> calls_twice() { co_await never(); co_await never(); }
test::Task<> suspends() { co_await outside(); }
test::Task<> recursive(int n) { if (n) co_await recursive(n - 1); }
struct Base { virtual test::Task<> step() { co_return; } };
void work();
)";

/// What a coroutine `f` with this body puts a useless timeout on: the name of the coroutine or of
/// the variable.
std::vector<std::string> useless(const std::string &body) {
  Analysed code(head + ("test::Task<> f(bool a, Base &base) {" + body + "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const flow::UselessTimeout &each : flow::uselessTimeouts(code.function("f"), code.unit()))
    result.push_back(each.body    ? each.body->getNameAsString()
                     : each.scope ? each.scope->getNameAsString()
                                  : "block");
  return result;
}

TEST(Timeouts, CannotEndWhatNeverSuspends) {
  EXPECT_THAT(useless("co_await within(1, never());"), ElementsAre("never"));
  EXPECT_THAT(useless("co_await within(1, calls_never());"), ElementsAre("calls_never"));
  EXPECT_THAT(useless("co_await within(1, suspends());"), IsEmpty());
  EXPECT_THAT(useless("co_await within(1, outside());"), IsEmpty());
}

TEST(Timeouts, AreNotJudgedWhereNobodyKnows) {
  EXPECT_THAT(useless("co_await within(1, recursive(1));"), IsEmpty());
  EXPECT_THAT(useless("co_await within(1, base.step());"), IsEmpty());
}

TEST(Timeouts, NeedASuspensionInTheirScope) {
  EXPECT_THAT(useless("Deadline deadline(1); work();"), ElementsAre("deadline"));
  EXPECT_THAT(useless("{ Deadline deadline(1); work(); } co_await outside();"),
              ElementsAre("deadline"));
  EXPECT_THAT(useless("Deadline deadline(1); co_await outside();"), IsEmpty());
  EXPECT_THAT(useless("Deadline deadline(1); if (a) co_await outside();"), IsEmpty());
}

TEST(Timeouts, MayBeHandedOn) {
  EXPECT_THAT(useless("Deadline deadline(1); install(deadline);"), IsEmpty());
  EXPECT_THAT(useless("Deadline deadline(1); deadline.extend(2);"), ElementsAre("deadline"));
  EXPECT_THAT(useless("Deadline deadline(1); auto later = [&deadline] { install(deadline); };"),
              IsEmpty());
}

TEST(Timeouts, AreNoScopeWithoutADestructor) {
  EXPECT_THAT(useless("Plain plain{1}; work();"), IsEmpty());
}

TEST(NeverSuspends, AsksEveryCoroutineBelow) {
  Analysed code(head + "test::Task<> f() { co_return; }\n");
  auto never = [&](llvm::StringRef name) {
    return flow::neverSuspends(&code.snippet().function(name), code.unit());
  };
  EXPECT_TRUE(never("never"));
  EXPECT_TRUE(never("calls_never"));
  EXPECT_TRUE(never("calls_twice"));
  EXPECT_FALSE(never("suspends"));
  EXPECT_FALSE(never("outside"));
  EXPECT_FALSE(never("recursive"));
  EXPECT_FALSE(never("work"));
}

} // namespace
} // namespace asynctidy::test
