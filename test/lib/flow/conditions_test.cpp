// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

namespace asynctidy::test {
namespace {

/// Whether some way leads to the call of mark() in `body`, the body of a coroutine with bools a
/// and b, an int x, a pointer p, an enum m and an object f to ask; `flag` and `member` are
/// another's.
bool isReached(const std::string &body) {
  Analysed code(R"(
void mark();
void change(bool &);
enum class Mode { A, B };
struct Asked { bool done() const; bool next(); explicit operator bool() const; };
test::Task<> step();
struct Owner {
  bool flag;
  Asked member;
  void reset();
  void look() const;
  test::Task<> f(bool a, bool b, int x, int *p, Mode m, Asked f) {)" +
                body + "\n co_return; }\n};");
  struct Search : flow::Machine {
    flow::Next on(unsigned state, const flow::Event &event) override {
      bool isMark = event.kind == flow::Event::Called && event.call->callee->getIdentifier() &&
                    event.call->callee->getName() == "mark";
      return isMark ? flow::Next::report() : flow::Next::go(state);
    }
    flow::Next thrown(unsigned state, flow::Edge::Kind, const clang::Expr *) override {
      return flow::Next::go(state);
    }
  } search;
  bool reached = false;
  code.unit().waysThrough(code.function("f"))->run(search, [&](const flow::Report &) {
    reached = true;
  });
  return reached;
}

class Contradictions : public testing::TestWithParam<const char *> {};

TEST_P(Contradictions, AreNoWays) { EXPECT_FALSE(isReached(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    Conditions, Contradictions,
    testing::Values(
        "if (a) if (!a) mark();", "if (!a) if (a) mark();", "if (a && b) if (!b) mark();",
        "if (!(a || b)) if (b) mark();", "bool c = a; if (c) if (!c) mark();",
        "if (x == 1) if (x != 1) mark();", "if (x < 3) if (!(x < 3)) mark();",
        "if (p) if (!p) mark();", "if (p != nullptr) if (p == nullptr) mark();",
        "if (p) if (p == nullptr) mark();", "if (m == Mode::A) if (m != Mode::A) mark();",
        "if (f.done()) if (!f.done()) mark();", "if (f) if (!f) mark();",
        "if (flag) if (!flag) mark();", "if (member.done()) if (!member.done()) mark();",
        "if (flag) { look(); if (!flag) mark(); }", "if (!(a && b)) ; else if (!a) mark();",
        "if (a) { co_await step(); if (!a) mark(); }",
        "if (f.done()) { co_await step(); if (a) if (!a) mark(); }",
        "for (int i = 0; i < 3; ++i) co_return; mark();",
        "for (int i = 3; i >= 3; --i) co_return; mark();",
        "for (int i = 0; 2 != i; ++i) co_return; mark();"));

class Possibilities : public testing::TestWithParam<const char *> {};

TEST_P(Possibilities, AreWays) { EXPECT_TRUE(isReached(GetParam())); }

INSTANTIATE_TEST_SUITE_P(
    Conditions, Possibilities,
    testing::Values("if (a) mark();", "if (a) if (!b) mark();", "if (a) { a = b; if (!a) mark(); }",
                    "if (x == 1) if (x != 2) mark();", "if (x == 1) { ++x; if (x != 1) mark(); }",
                    "if (a) { change(a); if (!a) mark(); }", "if (f.next()) if (!f.next()) mark();",
                    "if (f.done()) { f.next(); if (!f.done()) mark(); }",
                    "if (flag) { reset(); if (!flag) mark(); }",
                    "for (int i = 0; i < x; ++i) co_return; mark();",
                    "for (int i = 3; i < 3; ++i) co_return; mark();",
                    "for (int i = 0; i < 3; ++i) if (a) co_return; mark();",
                    // Others run meanwhile.
                    "if (flag) { co_await step(); if (!flag) mark(); }",
                    "if (member.done()) { co_await step(); if (!member.done()) mark(); }",
                    // Ways that exceptions take.
                    "try { co_await step(); } catch (...) { mark(); }",
                    "try { step(); } catch (...) { mark(); }"));

} // namespace
} // namespace asynctidy::test
