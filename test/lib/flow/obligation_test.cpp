// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Obligation.h"

namespace asynctidy::test {
namespace {

using flow::Breach;
using flow::Effect;
using flow::How;
using flow::Mention;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// What a must-close resource wants: t.close(), or to be given away.
Effect closeOrGiveAway(const Mention &mention) {
  switch (mention.how) {
  case How::Method: {
    const auto *call = llvm::cast<clang::CXXMemberCallExpr>(mention.call);
    return call->getMethodDecl()->getName() == "close" ? Effect::Discharged : Effect::None;
  }
  case How::Assigned:
    return Effect::Renewed;
  case How::Tested:
  case How::Ignored:
  case How::Read:
    return Effect::None;
  default:
    return Effect::Discharged;
  }
}

class Obligations : public testing::Test {
protected:
  /// The ways in which the body of a coroutine `f(bool a, bool b)` breaks the obligation of its
  /// variable `t`: "end", "overwritten" or "thrown", each with the values of the conditions passed.
  static std::vector<std::string> breaches(const std::string &body, bool throwing = true) {
    Analysed code(R"(
struct Resource { Resource(); Resource(Resource &&); Resource &operator=(Resource &&); ~Resource();
                  void close(); void close(int); bool open() const; void work(); };
Resource open();
void take(Resource);
void look(int);
test::Task<> step();
struct Owner { Resource r; };
test::Task<> f(bool a, bool b, int n) {)" +
                  body + "\n}\n");
    const flow::Function &function = code.function("f");
    flow::Obligation obligation;
    obligation.variable = &code.snippet().find<clang::VarDecl>("t");
    obligation.effect = closeOrGiveAway;
    if (throwing)
      obligation.throws = [](const clang::Expr &) { return true; };
    std::vector<std::string> result;
    for (const Breach &breach : flow::breaches(*code.unit().waysThrough(function), obligation)) {
      std::string text = breach.kind == Breach::AtEnd         ? "end"
                         : breach.kind == Breach::Overwritten ? "overwritten"
                                                              : "thrown";
      for (const flow::Decision &decision : breach.path)
        if (decision.kind == flow::Edge::True || decision.kind == flow::Edge::False)
          text += decision.kind == flow::Edge::True ? " yes" : " no";
      result.push_back(text);
    }
    return result;
  }
};

TEST_F(Obligations, IsMetOnAStraightWay) {
  EXPECT_THAT(breaches("auto t = open(); t.work(); t.close(); co_return;"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); t.work(); co_return;"), ElementsAre("end"));
}

TEST_F(Obligations, AnEarlyReturnIsAWay) {
  EXPECT_THAT(breaches("auto t = open(); if (a) co_return; t.close();"), ElementsAre("end yes"));
  EXPECT_THAT(breaches("auto t = open(); if (a) { t.close(); co_return; } t.close();"), IsEmpty());
  EXPECT_THAT(breaches("if (a) co_return; auto t = open(); t.close();"), IsEmpty());
}

TEST_F(Obligations, ASecondTestOfTheSameConditionTakesTheSameWay) {
  EXPECT_THAT(breaches("auto t = open(); if (a) t.close(); look(1); if (!a) t.close();"),
              IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); if (a) t.close(); a = b; if (!a) t.close();"),
              ElementsAre("end no no"));
  EXPECT_THAT(breaches("auto t = open(); if (n > 3) t.close(); if (n <= 3) t.close();"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); if (n == 3) t.close(); if (n != 3) t.close();"),
              IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); if (a && b) t.close(); if (!(a && b)) t.close();"),
              IsEmpty());
}

TEST_F(Obligations, AThrowingAwaitIsAWay) {
  EXPECT_THAT(breaches("auto t = open(); co_await step(); t.close();"), ElementsAre("thrown"));
  EXPECT_THAT(breaches("auto t = open(); co_await step(); t.close();", false), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); try { co_await step(); } catch (...) {} t.close();"),
              IsEmpty());
  EXPECT_THAT(breaches("co_await step(); auto t = open(); t.close();"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); std::exception_ptr e;"
                       "try { co_await step(); } catch (...) { e = std::current_exception(); }"
                       "t.close(); if (e) std::rethrow_exception(e);"),
              IsEmpty());
}

TEST_F(Obligations, WhatNoHandlerCatchesLeavesTheFunction) {
  EXPECT_THAT(
      breaches("auto t = open(); try { co_await step(); } catch (int) { t.close(); co_return;"
               " } t.close();"),
      ElementsAre("thrown"));
  EXPECT_THAT(breaches("auto t = open(); try { try { co_await step(); } catch (int) {} }"
                       " catch (...) { t.close(); co_return; } t.close();"),
              IsEmpty());
}

TEST_F(Obligations, AnAwaitMayMeetOneWhenItHasEnded) {
  Analysed code(R"(
struct Resource { ~Resource(); };
test::Task<> limited(Resource &);
test::Task<> f() { Resource t; co_await limited(t); }
test::Task<> g() { Resource u; try { co_await limited(u); } catch (...) {} })");
  auto found = [&](llvm::StringRef function, llvm::StringRef variable) {
    flow::Obligation obligation;
    obligation.variable = &code.snippet().find<clang::VarDecl>(variable);
    obligation.effect = [](const Mention &) { return Effect::None; };
    obligation.throws = [](const clang::Expr &) { return true; };
    obligation.meets = [](const clang::Expr &) { return true; };
    std::vector<Breach::Kind> kinds;
    for (const Breach &breach :
         flow::breaches(*code.unit().waysThrough(code.function(function)), obligation))
      kinds.push_back(breach.kind);
    return kinds;
  };
  EXPECT_THAT(found("f", "t"), ElementsAre(Breach::Thrown));
  EXPECT_THAT(found("g", "u"), ElementsAre(Breach::AtEnd));
}

TEST_F(Obligations, SoIsAThrowExpression) {
  EXPECT_THAT(breaches("auto t = open(); if (a) throw 1; t.close();"), ElementsAre("thrown yes"));
}

TEST_F(Obligations, GivingItAwayIsEnough) {
  EXPECT_THAT(breaches("auto t = open(); take(std::move(t)); co_await step();"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); Owner o{std::move(t)}; co_await step();"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); auto g = [&t] { t.close(); }; co_await step(); g();"),
              IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); auto &r = t; co_await step(); r.close();"), IsEmpty());
}

TEST_F(Obligations, AParameterIsThereFromTheBeginning) {
  Analysed code(R"(
struct Resource { Resource(Resource &&); ~Resource(); void close(); };
void f(Resource t, bool a) { if (a) t.close(); })");
  flow::Obligation obligation;
  obligation.variable = &code.snippet().find<clang::ParmVarDecl>("t");
  obligation.given = true;
  obligation.effect = closeOrGiveAway;
  EXPECT_THAT(flow::breaches(*code.unit().waysThrough(code.function("f")), obligation),
              testing::SizeIs(1));
}

TEST_F(Obligations, ADormantOneBeginsLater) {
  Analysed code(R"(
struct Resource { Resource(); ~Resource(); void open(); void close(); };
void f(bool a) { Resource t; if (!a) return; t.open(); t.close(); }
void g(bool b) { Resource u; u.open(); if (b) return; u.close(); })");
  auto found = [&](llvm::StringRef function, llvm::StringRef variable) {
    flow::Obligation obligation;
    obligation.variable = &code.snippet().find<clang::VarDecl>(variable);
    obligation.dormant = true;
    obligation.effect = [](const Mention &mention) {
      const auto *call = llvm::cast<clang::CXXMemberCallExpr>(mention.call);
      return call->getMethodDecl()->getName() == "open" ? Effect::Begins : closeOrGiveAway(mention);
    };
    return flow::breaches(*code.unit().waysThrough(code.function(function)), obligation).size();
  };
  EXPECT_EQ(found("f", "t"), 0u);
  EXPECT_EQ(found("g", "u"), 1u);
}

TEST_F(Obligations, AnAssignmentLosesWhatWasThere) {
  EXPECT_THAT(breaches("auto t = open(); t = open(); t.close();"), ElementsAre("overwritten"));
}

TEST_F(Obligations, LoopsAreFollowed) {
  EXPECT_THAT(breaches("while (a) { auto t = open(); if (b) continue; t.close(); }"),
              ElementsAre("end yes"));
  EXPECT_THAT(breaches("while (a) { auto t = open(); if (b) break; t.close(); }"),
              ElementsAre("end yes"));
  EXPECT_THAT(breaches("for (int i = 0; i < n; ++i) { auto t = open(); t.close(); }"), IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); while (true) { t.work(); if (a) break; } t.close();"),
              IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); for (;;) look(1);"), IsEmpty());
}

TEST_F(Obligations, OddJumpsAreFollowed) {
  EXPECT_THAT(breaches("auto t = open(); switch (n) { case 1: t.close(); break; default: t.close();"
                       " }"),
              IsEmpty());
  EXPECT_THAT(breaches("auto t = open(); switch (n) { case 1: t.close(); break; }"),
              ElementsAre("end"));
  EXPECT_THAT(breaches("auto t = open(); if (a) goto done; look(1); done: t.close();"), IsEmpty());
}

TEST_F(Obligations, AMachineMadeFunctionTakesLinearTime) {
  std::string body = "auto t = open();";
  for (int i = 0; i < 3000; ++i)
    body += "if (n == " + std::to_string(i) + ") look(" + std::to_string(i) + ");\n";
  EXPECT_THAT(breaches(body + "t.close();"), IsEmpty());
}

TEST_F(Obligations, ArgumentsOfAMethodComeBeforeTheCall) {
  EXPECT_THAT(breaches("auto t = open(); t.close((co_await step(), 1)); co_return;"),
              ElementsAre("thrown"));
}

/// The same for a parameter that is due from the start, and whatever is caught counts.
std::vector<std::string> given(const std::string &body, bool dormant = false) {
  Analysed code("struct Promise { void close(); Promise work(); }; void look(int);\n"
                "void f(Promise t, bool a) {" +
                body + "\n}\n");
  flow::Obligation obligation;
  obligation.variable = &code.snippet().find<clang::VarDecl>("t");
  obligation.given = true;
  obligation.caught = true;
  obligation.dormant = dormant;
  obligation.effect = [&](const Mention &mention) {
    const auto *call = llvm::dyn_cast_or_null<clang::CXXMemberCallExpr>(mention.call);
    bool begins = call && call->getMethodDecl()->getName() == "work";
    return begins ? Effect::Begins : closeOrGiveAway(mention);
  };
  std::vector<std::string> result;
  for (const Breach &breach :
       flow::breaches(*code.unit().waysThrough(code.function("f")), obligation))
    result.push_back(breach.kind == Breach::Thrown ? "thrown" : "end");
  return result;
}

TEST(GivenObligations, AreDueFromTheStart) {
  EXPECT_THAT(given(""), ElementsAre("end"));
  EXPECT_THAT(given("if (a) t.close();"), ElementsAre("end"));
  EXPECT_THAT(given("t.close();"), IsEmpty());
}

TEST(GivenObligations, CountWhatTheFunctionCatches) {
  EXPECT_THAT(given("try { look(1); t.close(); } catch (...) {}"), ElementsAre("end"));
  EXPECT_THAT(given("try { look(1); t.close(); } catch (...) { t.close(); }"), IsEmpty());
  EXPECT_THAT(given("try { look(1); t.close(); } catch (...) { throw; }"), IsEmpty());
  EXPECT_THAT(given("look(1); t.close();"), IsEmpty());
}

TEST(GivenObligations, MayBeDormant) {
  EXPECT_THAT(given("look(1);", true), IsEmpty());
  EXPECT_THAT(given("t.work();", true), ElementsAre("end"));
  EXPECT_THAT(given("if (a) return; t.work(); t.close();", true), IsEmpty());
}

TEST_F(Obligations, RememberConstantsThatWereAssigned) {
  EXPECT_THAT(breaches("bool done = false; Resource t = open(); if (a) { t.close(); done = true; } "
                       "if (!done) t.close(); co_return;"),
              IsEmpty());
  EXPECT_THAT(breaches("Resource *p = nullptr; Resource t = open(); if (p) co_return; t.close();"),
              IsEmpty());
  EXPECT_THAT(breaches("bool done = false; Resource t = open(); if (a) done = b; "
                       "if (done) t.close(); co_return;"),
              testing::Not(IsEmpty()));
}

TEST_F(Obligations, GiveAwayOnTheRightBeforeTheyAreAssigned) {
  EXPECT_THAT(breaches("Resource t = open(); t = (take(static_cast<Resource &&>(t)), open()); "
                       "t.close(); co_return;"),
              IsEmpty());
}

} // namespace
} // namespace asynctidy::test
