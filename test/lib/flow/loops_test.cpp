// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Loops.h"

namespace asynctidy::test {
namespace {

using flow::TightLoop;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
bool more(); void work(); void work(int);
[[noreturn]] void die();
test::Task<> step(); test::Task<bool> asks();
[[clang::annotate("asynctidy::hops")]] test::Task<> away();
namespace aio { template <class T> struct Coroutine {
  bool await_ready(); void await_suspend(std::coroutine_handle<>); T await_resume(); };
  Coroutine<void> sleep(double); }
)";

/// The long loops without a suspension in a coroutine with this body: their kind, and how often the
/// innermost body of one with constant bounds runs.
std::vector<std::string> tight(const std::string &body) {
  Analysed code(head + ("test::Task<> f(int n) {" + body + "\n co_await step(); }\n"));
  std::vector<std::string> result;
  for (const TightLoop &loop :
       flow::loopsWithoutSuspension(code.function("f"), code.snippet().context(), 1000))
    result.push_back(loop.kind == TightLoop::Endless     ? "endless"
                     : loop.kind == TightLoop::Unbounded ? "unbounded"
                                                         : std::to_string(loop.iterations));
  return result;
}

TEST(Loops, WithAConstantCondition) {
  EXPECT_THAT(tight("while (true) work();"), ElementsAre("endless"));
  EXPECT_THAT(tight("for (;;) work();"), ElementsAre("endless"));
  EXPECT_THAT(tight("do { work(); } while (1);"), ElementsAre("endless"));
  EXPECT_THAT(tight("while (true) { if (more()) break; }"), ElementsAre("unbounded"));
  EXPECT_THAT(tight("while (true) { if (more()) die(); }"), ElementsAre("unbounded"));
  EXPECT_THAT(tight("while (more()) work();"), IsEmpty());
}

TEST(Loops, ABreakOfAnInnerLoopIsNoWayOut) {
  EXPECT_THAT(tight("while (true) { while (more()) break; switch (n) { case 1: break; } }"),
              ElementsAre("endless"));
}

TEST(Loops, ThatRunOnceAreNone) {
  EXPECT_THAT(tight("for (;;) { work(); break; }"), IsEmpty());
  EXPECT_THAT(tight("for (;;) { if (more()) continue; break; }"), ElementsAre("unbounded"));
}

TEST(Loops, WithConstantBoundsThatAreFarApart) {
  EXPECT_THAT(tight("for (int i = 0; i < 5000; ++i) work(i);"), ElementsAre("5000"));
  EXPECT_THAT(tight("for (int i = 0; i < 5000; i += 2) work(i);"), ElementsAre("2500"));
  EXPECT_THAT(tight("for (int i = 0; i < 100; ++i) for (int j = 0; j < 100; ++j) work(j);"),
              ElementsAre("10000"));
  EXPECT_THAT(tight("for (int i = 0; i < 100; ++i) work(i);"), IsEmpty());
  EXPECT_THAT(tight("for (int i = 0; i < n; ++i) work(i);"), IsEmpty());
}

TEST(Loops, ThatSuspendAreNone) {
  EXPECT_THAT(tight("while (true) co_await step();"), IsEmpty());
  EXPECT_THAT(tight("while (true) { if (more()) co_await step(); }"), IsEmpty());
  // In another function it suspends that one.
  EXPECT_THAT(tight("while (true) { auto l = []() -> test::Task<> { co_await step(); }; }"),
              ElementsAre("endless"));
}

TEST(Loops, ElsewhereAreNone) {
  EXPECT_THAT(tight("co_await away(); while (true) work();"), IsEmpty());
}

/// How many loops of a coroutine with this body only sleep until their condition changes.
std::size_t busy(const std::string &body) {
  Analysed code(head + ("test::Task<> f(int n) {" + body + "\n co_await step(); }\n"));
  return flow::busyWaits(code.function("f"), code.unit().knowledge()).size();
}

TEST(BusyWaits, OnlySleepAndAskAgain) {
  EXPECT_EQ(busy("while (!more()) co_await aio::sleep(1);"), 1u);
  EXPECT_EQ(busy("while (!more()) { co_await aio::sleep(1); }"), 1u);
  EXPECT_EQ(busy("do co_await aio::sleep(1); while (!more());"), 1u);
  EXPECT_EQ(busy("while (true) { if (more()) break; co_await aio::sleep(1); }"), 1u);
}

TEST(BusyWaits, AreNoneWithOtherWorkOrWithoutAQuestion) {
  EXPECT_EQ(busy("while (!more()) { work(); co_await aio::sleep(1); }"), 0u);
  EXPECT_EQ(busy("while (!more()) co_await step();"), 0u);
  EXPECT_EQ(busy("while (true) co_await aio::sleep(1);"), 0u);
  EXPECT_EQ(busy("while (co_await asks()) co_await aio::sleep(1);"), 0u);
}

} // namespace
} // namespace asynctidy::test
