// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

/// Counts what it is shown, and how often the function ends.
struct Counter : flow::Machine {
  unsigned events = 0;
  unsigned ends = 0;

  flow::Next on(unsigned state, const flow::Event &) override {
    ++events;
    return flow::Next::go(state);
  }
  flow::Next atExit(unsigned, bool) override {
    ++ends;
    return flow::Next::report();
  }
};

const char types[] = "struct Box { Box(); ~Box(); void use(); bool full() const; }; bool ask();\n";

TEST(Ways, ARunFromADeclarationSeesWhatComesAfterIt) {
  Analysed code(std::string(types) +
                "void f() { Box a; a.use(); if (ask()) a.use(); Box t; t.use(); }");
  flow::Ways &ways = *code.unit().waysThrough(code.function("f"));
  Counter whole;
  EXPECT_TRUE(ways.run(whole, [](const flow::Report &) {}));
  Counter part;
  EXPECT_TRUE(
      ways.runFrom(code.snippet().find<clang::VarDecl>("t"), part, [](const flow::Report &) {}));
  EXPECT_LT(part.events, whole.events);
  EXPECT_EQ(part.ends, 1u);
}

TEST(Ways, ARunFromADeclarationKnowsWhatLedToIt) {
  Analysed code(std::string(types) +
                "void f(bool a) { if (!a) return; Box t; if (!a) t.use(); t.use(); }");
  unsigned passed = 0;
  Counter machine;
  code.unit()
      .waysThrough(code.function("f"))
      ->runFrom(code.snippet().find<clang::VarDecl>("t"), machine, [&](const flow::Report &report) {
        for (const flow::Decision &decision : report.path)
          passed += decision.kind == flow::Edge::True;
      });
  EXPECT_EQ(passed, 0u) << "a is true here: no way goes through the second if";
}

TEST(Ways, CodeThatNothingLeadsToIsSilent) {
  Analysed code(std::string(types) + "int f() { return 1; Box t; t.use(); }");
  Counter machine;
  EXPECT_TRUE(code.unit()
                  .waysThrough(code.function("f"))
                  ->runFrom(code.snippet().find<clang::VarDecl>("t"), machine,
                            [](const flow::Report &) {}));
  EXPECT_EQ(machine.events, 0u);
}

/// A function with so many ways that no budget is enough: every run takes its part of it.
TEST(Ways, TheBudgetIsTheFunctions) {
  std::string body;
  for (int i = 0; i < 1000; ++i)
    body += "if (ask()) t.use();\n";
  Analysed code(std::string(types) + "void f() { Box t;\n" + body + "}");
  flow::Ways &ways = *code.unit().waysThrough(code.function("f"));
  Counter machine;
  unsigned runs = 0;
  while (runs < 2000 && ways.run(machine, [](const flow::Report &) {}))
    ++runs;
  EXPECT_LT(runs, 2000u);
  EXPECT_TRUE(ways.gaveUp());
  EXPECT_EQ(code.unit().statistics().unknown, 1u);
  EXPECT_EQ(code.unit().statistics().followed, 1u);
}

} // namespace
} // namespace asynctidy::test
