// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Joining.h"
#include "flow/LoopEnd.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char *declarations = R"(
struct [[clang::annotate("asynctidy::task")]] Job {
  struct promise_type {
    Job get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception();
    void return_void();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  [[clang::annotate("asynctidy::cancels")]] void cancel();
};
struct [[clang::annotate("asynctidy::event_loop")]] Loop {
  Job start(test::Task<> work);
  [[clang::annotate("asynctidy::closes")]] void close();
  void soon(int);
};
struct [[clang::annotate("asynctidy::scope"), clang::annotate("asynctidy::must_close")]] Crew {
  void add(test::Task<> work);
  [[clang::annotate("asynctidy::closes")]] test::Task<> join();
  int size() const;
  [[clang::annotate("asynctidy::opens")]] int *token();
};
Job with_crew([[clang::annotate("asynctidy::enters")]] Crew &crew, test::Task<> work);
test::Task<> step();
void take(Job);
void look(Loop &);
void look(Crew &);
)";

/// The scopes of a coroutine `f(bool a)` with this body that end unjoined, and how.
std::vector<std::string> unjoined(const std::string &body) {
  Analysed code(declarations + ("test::Task<> f(bool a) {" + body + "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const flow::Unjoined &each : flow::unjoinedScopes(code.function("f"), code.unit()))
    result.push_back(each.scope->getName().str() +
                     (each.breach.kind == flow::Breach::Thrown ? " thrown" : " end"));
  return result;
}

/// The loops of a function `f(bool a)` with this body that end before the work on them.
std::vector<std::string> cutOff(const std::string &body) {
  Analysed code(declarations + ("void f(bool a) {" + body + "\n}\n"));
  std::vector<std::string> result;
  for (const flow::CutOff &each : flow::cutOffByLoops(code.function("f"), code.unit()))
    result.push_back(each.loop->getName().str() + (each.closed ? " closed" : " gone"));
  return result;
}

TEST(Joining, ScopesWithWorkAreJoined) {
  EXPECT_THAT(unjoined("Crew c; c.add(step()); co_await c.join();"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; c.add(step()); c.size();"), ElementsAre("c end"));
  EXPECT_THAT(unjoined("Crew c; if (a) co_return; c.add(step()); co_await c.join();"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; c.add(step()); if (a) co_return; co_await c.join();"),
              ElementsAre("c end"));
}

TEST(Joining, ExceptionsCount) {
  EXPECT_THAT(unjoined("Crew c; c.add(step()); co_await step(); co_await c.join();"),
              ElementsAre("c thrown"));
  EXPECT_THAT(unjoined("Crew c; co_await step(); c.add(step()); co_await c.join();"), IsEmpty());
}

TEST(Joining, SomebodyElseMayJoin) {
  EXPECT_THAT(unjoined("Crew c; c.add(step()); look(c);"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; c.add(step()); auto &r = c; co_await r.join();"), IsEmpty());
}

TEST(Joining, FunctionsThatAreGivenTheScope) {
  EXPECT_THAT(unjoined("Crew c; (void)with_crew(c, step());"), ElementsAre("c end"));
  EXPECT_THAT(unjoined("Crew c; (void)with_crew(c, step()); co_await c.join();"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; co_await with_crew(c, step());"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; Job j = with_crew(c, step()); co_await j;"), IsEmpty());
  EXPECT_THAT(unjoined("Crew c; (void)with_crew(c, step()); look(c);"), IsEmpty());
}

TEST(Joining, ScopesThatAreOpened) {
  EXPECT_THAT(unjoined("Crew c; c.token();"), ElementsAre("c end"));
  EXPECT_THAT(unjoined("Crew c; c.token(); co_await c.join();"), IsEmpty());
}

TEST(LoopEnd, WorkIsCutOffWhereTheLoopEnds) {
  EXPECT_THAT(cutOff("Loop l; auto j = l.start(step()); l.close();"), ElementsAre("l closed"));
  EXPECT_THAT(cutOff("Loop l; auto j = l.start(step());"), ElementsAre("l gone"));
  EXPECT_THAT(cutOff("Loop l; (void)l.start(step()); l.soon(1); l.close();"),
              ElementsAre("l closed"));
  EXPECT_THAT(cutOff("Loop l; auto j = l.start(step()); j.cancel(); l.close();"),
              ElementsAre("l closed"));
  EXPECT_THAT(cutOff("Loop l; l.close();"), IsEmpty());
}

TEST(LoopEnd, SomebodyElseMayWait) {
  EXPECT_THAT(cutOff("Loop l; auto j = l.start(step()); take(j); l.close();"), IsEmpty());
  EXPECT_THAT(cutOff("Loop l; auto j = l.start(step()); look(l); l.close();"), IsEmpty());
  EXPECT_THAT(cutOff("Loop l; look(l); auto j = l.start(step()); l.close();"), IsEmpty());
  EXPECT_THAT(cutOff("Loop l; take(l.start(step())); l.close();"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
