// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Suspension.h"
#include "support/Snippet.h"

#include <gtest/gtest.h>

namespace asynctidy::coro {
namespace {

using test::Snippet;
using Texts = std::vector<std::string>;

/// The written suspensions of a function of \p code, as source text.
Texts suspensions(const std::string &code, const char *function = "f") {
  Snippet snippet("test::Task<int> g(int = 0); test::Task<> h(int = 0, int = 0);\n" + code);
  Texts texts;
  forEachSuspension(*writtenBody(snippet.function(function)), [&](const clang::Expr &suspension) {
    texts.push_back(snippet.text(suspension));
    return true;
  });
  return texts;
}

TEST(Suspension, ImplicitOnesDoNotCount) {
  EXPECT_EQ(suspensions("test::Task<> f() { co_return; }"), Texts());
  Snippet snippet("test::Task<> f() { co_return; }");
  EXPECT_FALSE(suspends(*snippet.function("f").getBody()));
}

TEST(Suspension, EachCountsOnceInSourceOrder) {
  EXPECT_EQ(suspensions("test::Task<> f() { co_await g(1); int x = co_await g(2); "
                        "co_await g(x); co_await h(); }"),
            (Texts{"co_await g(1)", "co_await g(2)", "co_await g(x)", "co_await h()"}));
}

TEST(Suspension, OfCoreturnCountsOnce) {
  EXPECT_EQ(suspensions("test::Task<int> f() { co_return co_await g(1); }"),
            (Texts{"co_await g(1)"}));
}

TEST(Suspension, InAnOperandComesBeforeTheOuterOne) {
  EXPECT_EQ(suspensions("test::Task<> f() { co_await g(co_await g(1)); }"),
            (Texts{"co_await g(1)", "co_await g(co_await g(1))"}));
}

TEST(Suspension, RightSideOfAnAssignmentComesFirst) {
  EXPECT_EQ(suspensions("test::Task<> f(int *p) { p[co_await g(1)] = co_await g(2); }"),
            (Texts{"co_await g(2)", "co_await g(1)"}));
  EXPECT_EQ(suspensions("struct S { S &operator=(int); }; S &s(int);"
                        "test::Task<> f() { s(co_await g(1)) = co_await g(2); }"),
            (Texts{"co_await g(2)", "co_await g(1)"}));
}

TEST(Suspension, InConditionsAndLoops) {
  EXPECT_EQ(suspensions("test::Task<> f() { if (int x = co_await g(1)) { co_await g(2); } "
                        "else co_await g(3); }"),
            (Texts{"co_await g(1)", "co_await g(2)", "co_await g(3)"}));
  EXPECT_EQ(suspensions("test::Task<> f() { for (int i = co_await g(1); co_await g(2); "
                        "i += co_await g(3)) co_await g(4); }"),
            (Texts{"co_await g(1)", "co_await g(2)", "co_await g(4)", "co_await g(3)"}));
  EXPECT_EQ(suspensions("test::Task<> f() { do { co_await g(1); } while (co_await g(2)); "
                        "while (co_await g(3)) ; switch (co_await g(4)) { default: break; } }"),
            (Texts{"co_await g(1)", "co_await g(2)", "co_await g(3)", "co_await g(4)"}));
}

TEST(Suspension, InARangeForCountsOnce) {
  EXPECT_EQ(suspensions("struct R { int *begin(); int *end(); }; test::Task<R> r();"
                        "test::Task<> f() { for (int i : co_await r()) co_await g(i); }"),
            (Texts{"co_await r()", "co_await g(i)"}));
}

TEST(Suspension, InInitialisers) {
  EXPECT_EQ(
      suspensions("struct S { int a, b; };"
                  "test::Task<> f() { S s{co_await g(1), co_await g(2)}; "
                  "S t{.a = 1, .b = co_await g(3)}; int u[] = {co_await g(4)};"
                  "auto [x, y] = S{co_await g(5), 0}; }"),
      (Texts{"co_await g(1)", "co_await g(2)", "co_await g(3)", "co_await g(4)", "co_await g(5)"}));
}

TEST(Suspension, InConditionalsAndTry) {
  EXPECT_EQ(suspensions("test::Task<> f(bool b) { int x = b && co_await g(1) ? co_await g(2) : "
                        "co_await g(3); try { co_await h(); } catch (...) { } }"),
            (Texts{"co_await g(1)", "co_await g(2)", "co_await g(3)", "co_await h()"}));
}

TEST(Suspension, OfNestedLambdasAreNotEntered) {
  EXPECT_EQ(suspensions("test::Task<> f() { auto l = [x = co_await g(1)]() -> test::Task<> { "
                        "co_await g(2); }; co_await l(); }"),
            (Texts{"co_await g(1)", "co_await l()"}));
}

TEST(Suspension, OfLocalClassesAreNotEntered) {
  EXPECT_EQ(suspensions("test::Task<> f() { struct L { test::Task<> m() { co_await g(1); } }; "
                        "co_await g(2); }"),
            (Texts{"co_await g(2)"}));
}

TEST(Suspension, OfALambdaAreFoundInItsCallOperator) {
  Snippet snippet("auto l = []() -> test::Task<> { co_await test::Task<int>({}); };");
  const auto lambdas =
      snippet.all<clang::LambdaExpr>(clang::ast_matchers::lambdaExpr().bind("lambda"), "lambda");
  ASSERT_EQ(lambdas.size(), 1U);
  EXPECT_TRUE(suspends(*writtenBody(*lambdas[0]->getCallOperator())));
  EXPECT_TRUE(coroutineBody(*lambdas[0]->getCallOperator()));
}

TEST(Suspension, InUnevaluatedOperandsDoNotCount) {
  EXPECT_EQ(suspensions("test::Task<> f() { (void)sizeof(g(1)); (void)noexcept(g(2)); "
                        "co_await g(3); }"),
            (Texts{"co_await g(3)"}));
}

TEST(Suspension, DependentOnesCount) {
  const char *code = "template <class T> test::Task<> f(T t) { co_await t; auto x = co_await t(1); "
                     "for (auto y : co_await x) { co_await y; } co_return co_await g(1); }";
  EXPECT_EQ(suspensions(code).size(), 5U);
  EXPECT_EQ(suspensions("template <class T> T f(int i) { co_await g(i); co_yield i; }"),
            (Texts{"co_await g(i)", "co_yield i"}));
}

TEST(Suspension, OfInstantiationsCountOnce) {
  Snippet snippet("template <class T> test::Task<> f(T t) { co_await t; co_await t; }"
                  "void use() { f(std::suspend_always()); }");
  unsigned bodies = 0;
  for (const auto *function : snippet.all<clang::FunctionDecl>(
           clang::ast_matchers::functionDecl(clang::ast_matchers::hasName("f")).bind("f"), "f")) {
    unsigned count = 0;
    ASSERT_TRUE(coroutineBody(*function));
    forEachSuspension(*writtenBody(*function), [&](const clang::Expr &) { return ++count; });
    EXPECT_EQ(count, 2U);
    ++bodies;
  }
  EXPECT_EQ(bodies, 2U); // the pattern and its instantiation
}

const char *generator = R"cpp(
struct Gen {
  struct promise_type {
    Gen get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void unhandled_exception() {}
    void return_void() {}
  };
};
)cpp";

TEST(Suspension, YieldsCountAndAreNoAwaits) {
  Snippet snippet(std::string(generator) + "Gen f(int x) { co_yield x + 1; co_yield {}; }");
  Texts operands;
  forEachSuspension(*writtenBody(snippet.function("f")), [&](const clang::Expr &suspension) {
    EXPECT_FALSE(isWrittenAwait(suspension));
    operands.push_back(snippet.text(*writtenOperand(suspension)));
    return true;
  });
  EXPECT_EQ(operands, (Texts{"x + 1", "{}"}));
}

TEST(Suspension, YieldOfACallKeepsTheCall) {
  Snippet snippet(std::string(generator) + "int make(int); Gen f() { co_yield make(2); }");
  forEachSuspension(*writtenBody(snippet.function("f")), [&](const clang::Expr &suspension) {
    EXPECT_EQ(snippet.text(*writtenOperand(suspension)), "make(2)");
    return true;
  });
}

TEST(Suspension, OperandIsWhatSomebodyWrote) {
  Snippet snippet("struct Loop { struct promise_type : test::Task<>::promise_type {\n"
                  "  Loop get_return_object() { return {}; }\n"
                  "  std::suspend_always await_transform(int) { return {}; } }; };\n"
                  "Loop f(int n) { co_await n; }\n"
                  "test::Task<> g(test::Task<> t) { co_await static_cast<test::Task<> &&>(t); }");
  const auto operand = [&](const char *name) {
    std::string text;
    forEachSuspension(*writtenBody(snippet.function(name)), [&](const clang::Expr &suspension) {
      EXPECT_TRUE(isWrittenAwait(suspension));
      text = snippet.text(*writtenOperand(suspension));
      return true;
    });
    return text;
  };
  EXPECT_EQ(operand("f"), "n");
  EXPECT_EQ(operand("g"), "static_cast<test::Task<> &&>(t)");
}

TEST(Suspension, VisitorMayStop) {
  Snippet snippet("test::Task<> f() { co_await std::suspend_always(); "
                  "co_await std::suspend_always(); }");
  unsigned count = 0;
  forEachSuspension(*writtenBody(snippet.function("f")), [&](const clang::Expr &) {
    ++count;
    return false;
  });
  EXPECT_EQ(count, 1U);
}

TEST(CoroutineBody, IsThereForCoroutinesOnly) {
  Snippet snippet("test::Task<> f() { co_return; } test::Task<> plain() { return f(); }"
                  "test::Task<> declared();"
                  "test::Task<> wraps() { return [] () -> test::Task<> { co_return; }(); }");
  EXPECT_TRUE(coroutineBody(snippet.function("f")));
  EXPECT_FALSE(coroutineBody(snippet.function("plain")));
  EXPECT_FALSE(coroutineBody(snippet.function("declared")));
  EXPECT_FALSE(coroutineBody(snippet.function("wraps")));
  EXPECT_FALSE(writtenBody(snippet.function("declared")));
  EXPECT_TRUE(llvm::isa<clang::CompoundStmt>(writtenBody(snippet.function("f"))));
  EXPECT_TRUE(llvm::isa<clang::CompoundStmt>(writtenBody(snippet.function("plain"))));
}

TEST(CoroutineBody, KnowsItsPromise) {
  Snippet snippet("test::Task<> f() { co_return; }"
                  "template <class T> T g() { co_return; }"
                  "template test::Task<> g<test::Task<>>();");
  const auto *promise = promiseOf(*coroutineBody(snippet.function("f")));
  ASSERT_TRUE(promise);
  EXPECT_EQ(promise->getName(), "promise_type");
  EXPECT_FALSE(promiseOf(*coroutineBody(snippet.function("g"))));
}

TEST(CoroutineBody, OfFunctionTryBlocks) {
  EXPECT_EQ(suspensions("test::Task<> f() try { co_await g(1); } catch (...) { }"),
            (Texts{"co_await g(1)"}));
}

TEST(CoroutineBody, BrokenCodeIsSafe) {
  Snippet snippet("test::Task<> f() { co_await undeclared; co_await 1; co_yield 2; co_return; }"
                  "int g() { co_return 1; } missing::task h() { co_await x; }",
                  {}, true);
  for (const char *name : {"f", "g", "h"}) {
    const auto functions = snippet.all<clang::FunctionDecl>(
        clang::ast_matchers::functionDecl(clang::ast_matchers::hasName(name)).bind("f"), "f");
    for (const auto *function : functions)
      if (const clang::CoroutineBodyStmt *body = coroutineBody(*function)) {
        promiseOf(*body);
        suspends(*body);
      }
  }
}

} // namespace
} // namespace asynctidy::coro
