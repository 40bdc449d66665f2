// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Chains.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Calls of functions called a, b and c, which stand for themselves.
class Letters : public flow::ChainQuestion {
public:
  std::optional<flow::ChainKey> direct(const flow::Function &, const flow::Call &call) override {
    llvm::StringRef name = call.callee->getIdentifier() ? call.callee->getName() : "";
    return name.size() == 1 ? std::optional<flow::ChainKey>(name.front()) : std::nullopt;
  }
};

class ChainsTest : public testing::Test {
protected:
  static std::string text(const flow::Step &step) {
    return std::string(1, static_cast<char>(step.key));
  }
  std::vector<std::string> letters(Analysed &code, llvm::StringRef name) {
    std::vector<std::string> result;
    flow::Chains chains(code.unit(), question_);
    for (const flow::Step &step : chains.steps(&code.snippet().function(name)))
      result.push_back(text(step));
    llvm::sort(result);
    return result;
  }
  Letters question_;
};

const std::string head = "void a(); void b(); void c();\n";

TEST_F(ChainsTest, FollowWhatIsDefinedHere) {
  Analysed code(head + R"(
void one() { a(); }
void two() { one(); b(); one(); }
void none() { }
)");
  EXPECT_THAT(letters(code, "two"), ElementsAre("a", "b"));
  EXPECT_THAT(letters(code, "none"), IsEmpty());
}

TEST_F(ChainsTest, AnswerTheSameWhereverTheAskingBeginsInACycle) {
  const std::string cycle = head + R"(
void third(int);
void first(int n);
void second(int n) { b(); third(n); }
void third(int n) { c(); if (n) first(n - 1); }
void first(int n) { a(); second(n); }
)";
  for (const char *name : {"first", "second", "third"}) {
    Analysed code(cycle);
    EXPECT_THAT(letters(code, name), ElementsAre("a", "b", "c")) << name;
  }
  // One after the other, by the same chains.
  Analysed code(cycle);
  flow::Chains chains(code.unit(), question_);
  for (const char *name : {"second", "third", "first"})
    EXPECT_EQ(chains.steps(&code.snippet().function(name)).size(), 3u) << name;
}

TEST_F(ChainsTest, EndAtTheOneThatDoesIt) {
  Analysed code(head + R"(
void pong(int);
void ping(int n) { if (n) pong(n - 1); }
void pong(int n) { ping(n); a(); }
void outer() { ping(1); }
)");
  flow::Chains chains(code.unit(), question_);
  auto steps = chains.steps(&code.snippet().function("outer"));
  ASSERT_EQ(steps.size(), 1u);
  std::vector<std::string> names;
  for (const flow::Step &step : chains.chain(steps.front()))
    names.push_back(step.callee->getNameAsString());
  EXPECT_THAT(names, ElementsAre("ping", "pong", "a"));
}

TEST_F(ChainsTest, GoThroughWhatVariablesHold) {
  Analysed code(head + R"(
namespace std {
template <class> class function;
template <class R, class... A> class function<R(A...)> {
public:
  template <class F> function(F) {}
  R operator()(A...) const;
};
}
bool flag();
void helper() { a(); }
struct Worker {
  const std::function<void()> job = [] { b(); };
  void run() { job(); }
};
constexpr void (*table[])() = {a, helper};
void pointer() { auto held = helper; held(); }
void wrapped() { std::function<void()> held = helper; held(); }
void member(Worker &worker) { worker.run(); }
void several() { (flag() ? a : b)(); }
void tabled(int i) { table[i](); }
void named() { void (*held)() = &c; held(); }
void open(void (*given)()) { given(); }
void recursive() {
  std::function<void(int)> again = [&](int n) { if (n) again(n - 1); else c(); };
  again(3);
}
void cycle(int n);
void (*const next)(int) = cycle;
void cycle(int n) { b(); if (n) next(n - 1); }
)");
  EXPECT_THAT(letters(code, "pointer"), ElementsAre("a"));
  EXPECT_THAT(letters(code, "wrapped"), ElementsAre("a"));
  EXPECT_THAT(letters(code, "member"), ElementsAre("b"));
  EXPECT_THAT(letters(code, "several"), ElementsAre("a", "b"));
  EXPECT_THAT(letters(code, "tabled"), ElementsAre("a"));
  EXPECT_THAT(letters(code, "named"), ElementsAre("c"));
  EXPECT_THAT(letters(code, "open"), IsEmpty());
  EXPECT_THAT(letters(code, "recursive"), ElementsAre("c"));
  EXPECT_THAT(letters(code, "cycle"), ElementsAre("b"));
}

TEST_F(ChainsTest, SeeIntoCallablesThatAreCalledAtOnce) {
  Analysed code(head + R"(
namespace std { template <class It, class F> F for_each(It, It, F f) { return f; } }
void keep(void (*)());
void one(int *p) { std::for_each(p, p, [](int) { a(); }); }
void two() { keep([] { a(); }); }
test::Task<> coroutine() { a(); co_return; }
void three() { auto t = coroutine(); (void)t; }
)");
  EXPECT_THAT(letters(code, "one"), ElementsAre("a"));
  EXPECT_THAT(letters(code, "two"), IsEmpty());
  EXPECT_THAT(letters(code, "three"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
