// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

using enum flow::Fate;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Values, AStatementDiscardsItsValue) {
  Analysed code(R"(
test::Task<> fetch();
void f() {
  fetch();             // @plain
  (fetch());           // @parenthesised
  if (true) fetch();   // @branch
  for (fetch();;       // @init
       fetch()) {}     // @increment
  switch (1) { case 1: fetch(); }    // @case
  label: fetch();      // @label
}
)");
  for (const char *mark :
       {"plain", "parenthesised", "branch", "init", "increment", "case", "label"})
    EXPECT_THAT(code.fates(mark), ElementsAre(Discarded)) << mark;
}

TEST(Values, OperatorsThatDropAnOperandDiscardIt) {
  Analysed code(R"(
test::Task<> fetch();
void f(bool b) {
  fetch(), b = true;          // @comma
  b ? fetch() : fetch();      // @arms
  auto t = (fetch(), fetch()); t.await_ready();  // @left
  for (fetch(); int i : {1, 2}) (void)i; // @range
}
)");
  EXPECT_THAT(code.fates("comma"), ElementsAre(Discarded));
  EXPECT_THAT(code.fates("arms"), ElementsAre(Discarded, Discarded));
  EXPECT_THAT(code.fates("left"), ElementsAre(Discarded, Used));
  EXPECT_THAT(code.fates("range"), ElementsAre(Discarded));
}

TEST(Values, ACastToVoidAndStdIgnoreAreOnPurpose) {
  Analysed code(R"(
namespace std { struct any_sink { template <class T> void operator=(T &&) const {} };
inline const any_sink ignore; }
test::Task<> fetch();
void f() {
  (void)fetch();               // @cast
  static_cast<void>(fetch());  // @static
  std::ignore = fetch();       // @ignore
}
)");
  for (const char *mark : {"cast", "static", "ignore"})
    EXPECT_THAT(code.fates(mark), ElementsAre(VoidCast)) << mark;
}

TEST(Values, ACastToVoidInATemplateSpeaksForNoTypeInParticular) {
  Analysed code(R"(
test::Task<> fetch();
template <class F> void call(F f) {
  (void)f();                   // @erased
}
void use() { call(fetch); }
)");
  EXPECT_THAT(code.fates("erased"), ElementsAre(Used));
}

TEST(Values, AVariableThatNothingNamesHoldsALostValue) {
  Analysed code(R"(
test::Task<> fetch();
void sink(test::Task<> &&);
test::Task<> g() {
  auto lost = fetch();            // @lost
  auto &&bound = fetch();         // @bound
  auto voided = fetch();          // @voided
  (void)voided;
  auto awaited = fetch();         // @awaited
  co_await awaited;
  auto moved = fetch();           // @moved
  sink(std::move(moved));
  auto captured = fetch();        // @captured
  auto l = [&] { captured.await_ready(); };
  l();
  static auto kept = fetch();     // @kept
}
)");
  EXPECT_THAT(code.fates("lost"), ElementsAre(NeverNamed));
  EXPECT_THAT(code.fates("bound"), ElementsAre(NeverNamed));
  EXPECT_THAT(code.fates("voided"), ElementsAre(NeverNamed));
  for (const char *mark : {"awaited", "moved", "captured", "kept"})
    EXPECT_THAT(code.fates(mark), ElementsAre(Used)) << mark;
}

TEST(Values, PassedOnReturnedAndAwaitedValuesAreUsed) {
  Analysed code(R"(
test::Task<> fetch();
void sink(test::Task<>);
struct Holder { test::Task<> task = fetch(); test::Task<> other; Holder() : other(fetch()) {} }; // @member
test::Task<> give() { return fetch(); } // @returned
test::Task<> g() {
  sink(fetch());                        // @argument
  fetch().await_ready();                // @object
  co_await fetch();                     // @awaited
  auto pair = std::pair(1, fetch());    // @stored
}
)");
  for (const char *mark : {"member", "returned", "argument", "object", "stored"})
    EXPECT_THAT(code.fates(mark), testing::Each(Used)) << mark;
  EXPECT_THAT(code.fates("awaited"), ElementsAre(Awaited));
}

TEST(Values, TheResultOfACoAwaitIsAValueOfItsOwn) {
  Analysed code(R"(
test::Task<test::Task<int> *> pointers();
struct Maker {
  bool await_ready(); void await_suspend(std::coroutine_handle<>); test::Task<int> await_resume();
};
Maker maker();
test::Task<> g() {
  co_await maker();              // @dropped
  co_await co_await maker();     // @both
  co_await pointers();           // @pointer
}
)");
  EXPECT_THAT(code.fates("dropped"), ElementsAre(Awaited, Discarded));
  EXPECT_THAT(code.fates("both"), ElementsAre(Awaited, Awaited));
  EXPECT_THAT(code.fates("pointer"), ElementsAre(Awaited));
}

TEST(Values, AMacrosStatementExpressionYieldsItsLastExpression) {
  Analysed code(R"(
test::Task<> fetch();
void f() {
  auto t = ({ fetch(); fetch(); }); t.await_ready();   // @expression
}
)");
  EXPECT_THAT(code.fates("expression"), ElementsAre(Discarded, Used));
}

TEST(Values, BrokenCodeConcludesNothingFromMissingUses) {
  Analysed code(R"(
test::Task<> fetch();
void f() {
  auto lost = fetch();   // @lost
  undeclared(lost);
}
)",
                /*broken=*/true);
  EXPECT_THAT(code.fates("lost"), ElementsAre(Used));
}

TEST(Values, ADroppedIfConstexprBranchMayHoldTheUse) {
  Analysed code(R"(
test::Task<> fetch();
template <bool B> test::Task<> g() {
  auto t = fetch();      // @template
  if constexpr (B)
    co_await t;
}
template test::Task<> g<false>();
)");
  EXPECT_THAT(code.fates("template"), ElementsAre(Used));
}

TEST(Values, TemplatesCountOnlyWhereInstantiated) {
  Analysed code(R"(
template <class T> void pattern(T t) { t.fetch(); }     // @pattern
struct Client { test::Task<> fetch(); };
void use(Client c) { pattern(c); }
template <class T> void never(T t) { t.fetch(); }       // @never
)");
  EXPECT_THAT(code.fates("pattern"), ElementsAre(Discarded));
  EXPECT_THAT(code.fates("never"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
