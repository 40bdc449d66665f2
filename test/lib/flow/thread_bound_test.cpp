// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/ThreadBound.h"

namespace asynctidy::test {
namespace {

using flow::ThreadBound;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string prelude = R"(
namespace std { class thread { long id; }; template <class T> class vector { T *data; }; }
struct Pool { test::Task<> schedule(); std::vector<std::thread> threads; };
struct Loop { test::Task<> schedule(); };
struct Handle { Pool *pool; test::Task<> schedule(); };
struct OneThread { std::thread thread; test::Task<> schedule(); };
struct Executor { test::Task<> schedule(); void execute(int); };
test::Task<> resume_on(Pool &); test::Task<> resume_on(Executor &); test::Task<> drain(Pool &);
test::Task<> step();
struct Still { bool await_ready(); void await_suspend(std::coroutine_handle<>); void await_resume(); };
struct Moving : Still {
  [[clang::annotate("asynctidy::hops")]] void await_suspend(std::coroutine_handle<>);
};
Moving &executor_of(OneThread &);
[[clang::annotate("asynctidy::hops")]] Still operator co_await(Pool &);
[[clang::annotate("asynctidy::hops")]] test::Task<> away();
struct Stats { int count; int all[4]; Stats *next; void add(int); };
thread_local Stats own; thread_local Stats *current; thread_local const int constant = 1;
Stats shared;
Stats &get() { return own; }
Stats &maybe(bool a) { if (a) return shared; return own; }
void take(Stats &);
struct Guard { Stats *before = current; Guard(); ~Guard() { current = before; } };
Guard::Guard() {}
)";

/// For each thing kept over a hop: its name, and the line of the use or of the hop, counted from
/// the one that the body begins on.
std::vector<std::string> kept(const std::string &body) {
  std::string before = prelude + "test::Task<> f(Pool &pool, Loop &loop, Executor &executor, "
                                 "Handle handle, OneThread &one, bool a, int n) {\n";
  Analysed code(before + body + "\n}\n");
  auto first = static_cast<unsigned>(std::count(before.begin(), before.end(), '\n'));
  std::vector<std::string> result;
  for (const ThreadBound &bound : flow::keptAcrossHops(code.function("f"), code.unit())) {
    const clang::Expr *place = bound.use ? bound.use : bound.hop;
    unsigned line = code.snippet().line(place->getBeginLoc()) - first;
    result.push_back(bound.variable->getNameAsString() + " " + std::to_string(line) +
                     (bound.kind == ThreadBound::Guard ? " guard" : ""));
  }
  return result;
}

TEST(ThreadBound, IsUsedAfterAHop) {
  EXPECT_THAT(kept("auto &r = own; co_await pool.schedule();\n r.add(1);"), ElementsAre("r 2"));
  EXPECT_THAT(kept("auto &r = own; r.add(1); co_await pool.schedule();"), IsEmpty());
  EXPECT_THAT(kept("auto &r = own; co_await step(); r.add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto &r = own; co_await loop.schedule(); r.add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto &r = own; co_await step(); co_await away(); co_await step();\n take(r);"),
              ElementsAre("r 2"));
}

TEST(ThreadBound, OneReportForTheFirstUseOnEachWay) {
  EXPECT_THAT(kept("auto &r = own; co_await away();\n r.add(1);\n r.add(2);"), ElementsAre("r 2"));
  EXPECT_THAT(kept("auto &r = own; if (a) co_await away();\n if (a)\n r.add(1);\n"
                   "else\n r.add(2);"),
              ElementsAre("r 3"));
}

TEST(ThreadBound, IsAReferenceOrAPointerToIt) {
  EXPECT_THAT(kept("auto *p = &own; co_await away();\n p->add(1);"), ElementsAre("p 2"));
  EXPECT_THAT(kept("auto &r = own.count; co_await away();\n r = 1;"), ElementsAre("r 2"));
  EXPECT_THAT(kept("auto *p = own.all; co_await away();\n p[1] = 1;"), ElementsAre("p 2"));
  EXPECT_THAT(kept("auto &r = get(); auto &s = r.count; co_await away();\n ++s;"),
              ElementsAre("s 2"));
  EXPECT_THAT(kept("auto &r = maybe(a); co_await away(); r.add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto *p = current; co_await away(); p->add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto &r = *own.next; co_await away(); r.add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto copy = own; co_await away(); copy.add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto &r = constant; co_await away(); int i = r; (void)i;"), IsEmpty());
}

TEST(ThreadBound, APointerMayBeTakenAgain) {
  EXPECT_THAT(kept("auto *p = &own; co_await away(); p = &own; p->add(1);"), IsEmpty());
  EXPECT_THAT(kept("auto *p = &own; co_await away(); p = nullptr; if (p) p->add(1);"), IsEmpty());
  EXPECT_THAT(kept("Stats *p = nullptr; p = &own; co_await away();\n p->add(1);"),
              ElementsAre("p 2"));
  EXPECT_THAT(kept("while (n--) { auto &r = own; r.add(1); co_await away(); }"), IsEmpty());
}

TEST(ThreadBound, AnAddressIsNoObject) {
  EXPECT_THAT(kept("auto *p = &own; co_await away(); if (p == &own) step();"), IsEmpty());
  EXPECT_THAT(kept("auto *p = &own; co_await away(); auto q = [p] { p->add(1); };"), IsEmpty());
}

TEST(ThreadBound, IsForgottenWhereTheCoroutineMayBeBack) {
  EXPECT_THAT(kept("auto &r = own; co_await away(); co_await pool.schedule(); r.add(1);"),
              IsEmpty());
  EXPECT_THAT(kept("auto &r = own; try { co_await away(); } catch (...) { r.add(1); }"), IsEmpty());
}

TEST(ThreadBound, GuardsEndOnTheWrongThread) {
  EXPECT_THAT(kept("Guard guard;\n co_await away();"), ElementsAre("guard 2 guard"));
  EXPECT_THAT(kept("{ Guard guard; } co_await away();"), IsEmpty());
  EXPECT_THAT(kept("Guard guard; co_await step();"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
