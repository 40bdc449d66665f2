// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Waiting.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
namespace std {
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F) {}
  R operator()(A...) const;
};
class thread {
public:
  void join();
};
template <class T> class future {
public:
  future();
  future(future &&);
  T get();
};
template <class F> future<int> async(F);
template <class It, class F> F for_each(It, It, F f) { return f; }
}
int compute();
std::future<int> begin();
void take(int);
bool flag();
)";

/// The functions of the chain of each wait on the line marked @\p mark, joined.
std::vector<std::string> waits(Analysed &code, const std::string &mark) {
  std::vector<std::string> result;
  for (const flow::LoopWait &wait : flow::waitsOnLoop(code.unit())) {
    if (!code.isAt(mark, *wait.call->expr))
      continue;
    std::string names;
    for (const flow::Step &step : wait.chain)
      names += (names.empty() ? "" : " ") + step.callee->getNameAsString();
    result.push_back(names);
  }
  return result;
}

TEST(Waiting, IsFoundThroughFunctionsDefinedHere) {
  Analysed code(head + R"(
int made() { return begin().get(); }
int outer() { return made(); }
int local() {
  std::future<int> result = std::async(compute);
  return result.get();
}
void last(std::thread &thread) { thread.join(); }
struct Worker {
  std::thread thread_;
  void stop() { thread_.join(); }
};
test::Task<> coroutine(std::thread &thread, Worker &worker) {
  begin().get();                // @direct
  made();                       // @made
  outer();                      // @outer
  local();                      // @local
  last(thread);                 // @given
  worker.stop();                // @member
  co_return;
}
void plain() {
  outer();                      // @plain
}
)");
  EXPECT_THAT(waits(code, "direct"), ElementsAre("get"));
  EXPECT_THAT(waits(code, "made"), ElementsAre("made get"));
  EXPECT_THAT(waits(code, "outer"), ElementsAre("outer made get"));
  EXPECT_THAT(waits(code, "local"), ElementsAre("local get"));
  EXPECT_THAT(waits(code, "given"), ElementsAre("last join"));
  EXPECT_THAT(waits(code, "member"), ElementsAre("stop join"));
  EXPECT_THAT(waits(code, "plain"), IsEmpty());
}

TEST(Waiting, IsFoundThroughWhatVariablesHold) {
  Analysed code(head + R"(
int made() { return begin().get(); }
test::Task<> coroutine() {
  int (*pointer)() = made;
  pointer();                    // @pointer
  std::function<int()> held = [] { return begin().get(); };
  held();                       // @held
  void (std::thread::*join)() = &std::thread::join;
  std::thread thread;
  (thread.*join)();             // @method
  co_return;
}
)");
  EXPECT_THAT(waits(code, "pointer"), ElementsAre("made get"));
  EXPECT_THAT(waits(code, "held"), ElementsAre("operator() get"));
  EXPECT_THAT(waits(code, "method"), ElementsAre("join"));
}

TEST(Waiting, IsNoneForWhatTheCallerHasSettled) {
  Analysed code(head + R"(
void last(std::thread &thread) { thread.join(); }
struct Slot {
  std::future<int> result_;
  bool ready() const;
  int value() { return result_.get(); }
};
test::Task<> coroutine(std::thread &joined, std::thread &other, Slot &asked, Slot &unasked) {
  joined.join();                // @first
  last(joined);                 // @second
  last(other);                  // @other
  if (asked.ready())
    asked.value();              // @asked
  unasked.value();              // @unasked
  co_return;
}
)");
  EXPECT_THAT(waits(code, "first"), ElementsAre("join"));
  EXPECT_THAT(waits(code, "second"), IsEmpty());
  EXPECT_THAT(waits(code, "other"), ElementsAre("last join"));
  EXPECT_THAT(waits(code, "asked"), IsEmpty());
  EXPECT_THAT(waits(code, "unasked"), ElementsAre("value get"));
}

TEST(Waiting, EndsAtCoroutinesOtherThreadsAndAssertions) {
  Analysed code(head + R"(
template <class F> [[clang::annotate("asynctidy::offloads")]] void offload(F) {}
int made() { return begin().get(); }
test::Task<> inner() {
  begin().get();                // @inner
  co_return;
}
[[clang::annotate("asynctidy::nonblocking")]] int trusted() { return begin().get(); }
struct Base { virtual int step() { return begin().get(); } };
test::Task<> coroutine(Base &base, int *p) {
  co_await inner();             // @awaits
  offload(made);                // @offloads
  trusted();                    // @trusts
  base.step();                  // @virtual
  std::for_each(p, p, [](int) {
    begin().get();              // @inline
  });
}
)");
  EXPECT_THAT(waits(code, "inner"), ElementsAre("get"));
  EXPECT_THAT(waits(code, "inline"), ElementsAre("get"));
  for (const char *mark : {"awaits", "offloads", "trusts", "virtual"})
    EXPECT_THAT(waits(code, mark), IsEmpty()) << mark;
}

TEST(Waiting, EndsInRecursion) {
  Analysed code(head + R"(
void pong(int);
void ping(int n) { if (n) pong(n - 1); }
void pong(int n) { ping(n); begin().get(); }
test::Task<> coroutine() {
  ping(3);                      // @ping
  co_return;
}
)");
  EXPECT_THAT(waits(code, "ping"), ElementsAre("ping pong get"));
}

} // namespace
} // namespace asynctidy::test
