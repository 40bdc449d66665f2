// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Models.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

namespace asynctidy::model {
namespace {

using test::Snippet;

#define ANNOTATE(word) "[[clang::annotate(\"asynctidy::" word "\")]] "

/// The facts about `f` (or `S::f`) in \p code.
FunctionFacts factsOf(llvm::StringRef code, llvm::StringRef facts = "") {
  Snippet snippet(code);
  Knowledge knowledge(snippet.context(), loaded({model(facts)}));
  return knowledge.function(snippet.function("f"));
}

Meaning meaningOf(llvm::StringRef code) {
  Snippet snippet(code);
  return Knowledge(snippet.context(), loaded({})).type(snippet.type("X"));
}

TEST(Attributes, OnFunctions) {
  EXPECT_EQ(factsOf(ANNOTATE("blocking") "void f();").blocks, Blocking::Other);
  EXPECT_EQ(factsOf(ANNOTATE("blocking") "void f();").why,
            "annotated \"asynctidy::blocking\" in the code");
  EXPECT_TRUE(factsOf(ANNOTATE("nonblocking") "void f();").nonblocking);
  EXPECT_TRUE(factsOf(ANNOTATE("thread_safe") "void f();").threadSafe);
  EXPECT_TRUE(factsOf(ANNOTATE("loop_bound") "void f();").loopBound);
  EXPECT_TRUE(factsOf(ANNOTATE("detaches") "void f();").detaches);
  EXPECT_TRUE(factsOf(ANNOTATE("owned") "void f();").owned);
  EXPECT_TRUE(factsOf(ANNOTATE("done") "void f();").done);
  EXPECT_EQ(factsOf("struct S { " ANNOTATE("unblocks") "void f(bool); };").does, Does::Unblocks);
  EXPECT_TRUE(factsOf(ANNOTATE("hops") "void f();").hops);
  EXPECT_TRUE(factsOf(ANNOTATE("main_thread") "void f();").mainThread);
}

TEST(Attributes, Offloads) {
  FunctionFacts all = factsOf(ANNOTATE("offloads") "void f(int, void (*)());");
  ASSERT_EQ(all.callables.size(), 1u);
  EXPECT_EQ(all.callables[0].argument, -1);
  EXPECT_EQ(all.callables[0].runs, Runs::OffLoop);
  FunctionFacts one = factsOf("void f(int, " ANNOTATE("offloads") "void (*work)());");
  ASSERT_EQ(one.callables.size(), 1u);
  EXPECT_EQ(one.callables[0].argument, 1);
  EXPECT_EQ(one.callables[0].runs, Runs::OffLoop);
  FunctionFacts known = factsOf("void f(" ANNOTATE("offloads") "void (*work)());",
                                R"({"function": "f", "why": "x", "callables": [{"argument": 0,
                                    "runs": "on-loop", "returned": "wrapped"}]})");
  ASSERT_EQ(known.callables.size(), 1u);
  EXPECT_EQ(known.callables[0].runs, Runs::OffLoop);
  EXPECT_EQ(known.callables[0].returned, Returned::Wrapped);
}

TEST(Attributes, BeatModels) {
  const char *blocks = R"({"function": "f", "blocks": "dns", "waits": "loop", "why": "x"})";
  FunctionFacts facts = factsOf(ANNOTATE("nonblocking") "void f();", blocks);
  EXPECT_TRUE(facts.nonblocking);
  EXPECT_FALSE(facts.blocks);
  EXPECT_FALSE(facts.waits);
  EXPECT_EQ(factsOf(ANNOTATE("blocking") "void f();", blocks).blocks, Blocking::Dns)
      << "the category is still the model's";
}

TEST(Attributes, OnAnyRedeclaration) {
  EXPECT_TRUE(factsOf(ANNOTATE("nonblocking") "void f(); void f() {}").nonblocking);
  EXPECT_TRUE(factsOf("void f(); " ANNOTATE("nonblocking") "void f() {}").nonblocking);
}

TEST(Attributes, OnTemplatesHoldForSpecialisations) {
  const char *codes[] = {
      "template <class T> " ANNOTATE("nonblocking") "void f(T) {} template void f(int);",
      "template <class T> " ANNOTATE("nonblocking") "void f(T); template <> void f(int) {}",
  };
  for (const char *code : codes) {
    Snippet snippet(code);
    Knowledge knowledge(snippet.context(), loaded({}));
    for (const auto *function : snippet.all<clang::FunctionDecl>(
             clang::ast_matchers::functionDecl(clang::ast_matchers::hasName("f")).bind("f"), "f"))
      EXPECT_TRUE(knowledge.function(*function).nonblocking) << code;
  }
}

TEST(Attributes, OfOverriddenMethodsAndOfTheClass) {
  EXPECT_TRUE(
      factsOf("struct B { " ANNOTATE("nonblocking") "virtual void f() = 0; };"
                                                    "struct D : B { void f() override {} };")
          .nonblocking);
  EXPECT_TRUE(factsOf("struct " ANNOTATE("loop_bound") "S { void f() {} };").loopBound);
  FunctionFacts own =
      factsOf("struct " ANNOTATE("loop_bound") "S { " ANNOTATE("thread_safe") "void f() {} };");
  EXPECT_TRUE(own.threadSafe);
  EXPECT_FALSE(own.loopBound);
}

TEST(Attributes, OnClasses) {
  EXPECT_EQ(meaningOf("struct " ANNOTATE("coroutine") "X {};").role, Role::Coroutine);
  EXPECT_TRUE(meaningOf("struct " ANNOTATE("coroutine") "X {};").neverRunsWhenDropped());
  EXPECT_TRUE(meaningOf("struct " ANNOTATE("task") "X {};").losesOutcomeWhenDropped());
  EXPECT_EQ(meaningOf("struct " ANNOTATE("event_loop") "X {};").role, Role::EventLoop);
  EXPECT_EQ(meaningOf("struct " ANNOTATE("timeout") "X {};").role, Role::Timeout);
  EXPECT_EQ(meaningOf("struct " ANNOTATE("cancellation_token") "X {};").role,
            Role::CancellationToken);
  EXPECT_EQ(meaningOf("struct " ANNOTATE("executor_tag") "X {};").role, Role::ExecutorTag);
  EXPECT_EQ(meaningOf("struct " ANNOTATE("value") "X {};").role, Role::Value);
  EXPECT_TRUE(meaningOf("struct " ANNOTATE("by_token") "X {};").byToken);
  EXPECT_TRUE(meaningOf("struct " ANNOTATE("must_close") "X {};").mustClose);
  EXPECT_TRUE(meaningOf("struct " ANNOTATE("single_use") "X {};").singleUse);
  EXPECT_EQ(
      meaningOf("template <class T> struct " ANNOTATE("task") "T1 {}; using X = T1<int>;").role,
      Role::Task);
  EXPECT_EQ(meaningOf("template <class T> struct " ANNOTATE(
                          "task") "T1 {};"
                                  "template <> struct T1<int>; using X = T1<int>;")
                .role,
            Role::Task);
  EXPECT_EQ(meaningOf("struct " ANNOTATE("task") "T1 {}; struct X : T1 {};").role, Role::Task);
}

TEST(Attributes, DetachesMakesATaskDroppable) {
  Meaning meaning = meaningOf("struct " ANNOTATE("task") ANNOTATE("detaches") "X {};");
  EXPECT_EQ(meaning.role, Role::Task);
  EXPECT_EQ(meaning.drop, coro::Drop::Detaches);
  EXPECT_FALSE(meaning.losesOutcomeWhenDropped());
}

TEST(Attributes, OtherPeoplesAreIgnoredUnknownWordsAreCollected) {
  Snippet snippet("[[clang::annotate(\"other\")]] " ANNOTATE("blokcing")
                      ANNOTATE("hops") "void f(); struct " ANNOTATE("corutine") "S {}; void g();");
  using Words = std::vector<llvm::StringRef>;
  EXPECT_EQ(annotations(snippet.function("f")), (Words{"blokcing", "hops"}));
  EXPECT_EQ(unknownAnnotations(snippet.function("f")), Words{"blokcing"});
  EXPECT_EQ(unknownAnnotations(snippet.find<clang::CXXRecordDecl>("S")), Words{"corutine"});
  EXPECT_EQ(unknownAnnotations(snippet.function("g")), Words());
}

} // namespace
} // namespace asynctidy::model
