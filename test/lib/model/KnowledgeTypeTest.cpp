// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Models.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

namespace asynctidy::model {
namespace {

using test::Snippet;

/// The meaning of the type called `X` in \p code.
Meaning meaning(llvm::StringRef code, std::shared_ptr<const Store> store = loaded({})) {
  Snippet snippet(code);
  return Knowledge(snippet.context(), std::move(store)).type(snippet.type("X"));
}

std::shared_ptr<const Store> loop(llvm::StringRef subject) {
  return loaded(
      {model(("{\"type\": \"" + subject + R"(", "role": "event-loop", "why": "runs"})").str())});
}

TEST(KnowledgeOfTypes, PlainAndUnknown) {
  EXPECT_EQ(meaning("namespace my { struct L {}; } using X = my::L;", loop("my::L")).role,
            Role::EventLoop);
  EXPECT_EQ(meaning("namespace my { struct L {}; } using X = my::L;", loop("my::L")).why, "runs");
  EXPECT_EQ(meaning("namespace my { struct K {}; } using X = my::K;", loop("my::L")).role,
            Role::None);
  EXPECT_EQ(meaning("using X = int;", loop("my::L")).role, Role::None);
  EXPECT_EQ(meaning("namespace my { struct L; } using X = my::L;", loop("my::L")).role,
            Role::EventLoop)
      << "no definition needed";
}

TEST(KnowledgeOfTypes, ReferencesAndCvDoNotMatterPointersDo) {
  EXPECT_EQ(meaning("struct L {}; using X = const L &;", loop("L")).role, Role::EventLoop);
  EXPECT_EQ(meaning("struct L {}; using X = L &&;", loop("L")).role, Role::EventLoop);
  EXPECT_EQ(meaning("struct L {}; using X = L *;", loop("L")).role, Role::None);
}

TEST(KnowledgeOfTypes, ThroughTypedefsAliasesAndSpecialisations) {
  const char *codes[] = {
      "struct L {}; typedef L M; typedef M X;",
      "namespace my { template <class T> struct L {}; } using X = my::L<int>;",
      "namespace my { inline namespace v2 { template <class T> struct L {}; } }"
      "using X = my::L<int>;",
      "namespace my { template <class T> struct L {}; template <> struct L<int>; }"
      "using X = my::L<int>;",
      "namespace my { template <class T> struct L {}; template <class T> struct L<T *> {}; }"
      "using X = my::L<int *>;",
      "namespace my { template <class T> struct L {}; template <class T> using A = L<T>; }"
      "using X = my::A<int>;",
      "namespace my { struct L {}; } namespace you { using my::L; } using X = you::L;",
      "namespace my { template <class T> struct L {}; }"
      "template <class T> struct U { my::L<T> X; };",
      "namespace my { template <class T> struct L { L &X; }; }",
  };
  for (const char *code : codes)
    EXPECT_EQ(meaning(code, loop(llvm::StringRef(code).contains("my") ? "my::L" : "L")).role,
              Role::EventLoop)
        << code;
}

TEST(KnowledgeOfTypes, MembersOfClassTemplates) {
  EXPECT_EQ(
      meaning("template <class T> struct P { struct E {}; }; using X = P<int>::E;", loop("P::E"))
          .role,
      Role::EventLoop);
}

TEST(KnowledgeOfTypes, PublicBasesPassTheirMeaningOn) {
  EXPECT_EQ(meaning("struct L {}; struct M : L {}; struct X : M {};", loop("L")).role,
            Role::EventLoop);
  EXPECT_EQ(meaning("struct L {}; class X : L {};", loop("L")).role, Role::None);
  EXPECT_EQ(meaning("template <class T> struct L {}; template <class T> struct M : L<T> {};"
                    "template <class T> struct U { M<T> X; };",
                    loop("L"))
                .role,
            Role::EventLoop);
}

TEST(KnowledgeOfTypes, OwnEntryBeatsTheBase) {
  auto store = loaded({model(R"({"type": "L", "role": "event-loop", "why": "x"},
                                {"type": "X", "role": "scope", "why": "y"})")});
  EXPECT_EQ(meaning("struct L {}; struct X : L {};", store).role, Role::Scope);
}

TEST(KnowledgeOfTypes, AttributesBeatModelsBeatStructure) {
  EXPECT_EQ(meaning("using X = test::Task<>;").role, Role::Coroutine);
  auto task = loaded({model(R"({"type": ["test::Task", "Y"], "role": "task", "why": "x"})")});
  EXPECT_EQ(meaning("using X = test::Task<>;", task).role, Role::Task);
  EXPECT_EQ(
      meaning("struct [[clang::annotate(\"asynctidy::scope\")]] Y {}; using X = Y;", task).role,
      Role::Scope);
}

TEST(KnowledgeOfTypes, StructureFillsInWhatTheModelLeavesOpen) {
  Meaning task = meaning("using X = test::Task<>;",
                         loaded({model(R"({"type": "test::Task", "errors": "swallowed",
                                           "why": "x"})")}));
  EXPECT_EQ(task.role, Role::Coroutine);
  EXPECT_EQ(task.start, coro::Start::Lazy);
  EXPECT_EQ(task.drop, coro::Drop::Destroys);
  EXPECT_EQ(task.errors, coro::Errors::Swallowed);
  EXPECT_TRUE(task.awaitable);
}

TEST(KnowledgeOfTypes, AModelledCoroutineIsLazyUnlessItSaysOtherwise) {
  auto model_ = [](const char *start) {
    return loaded({model(
        (R"({"type": "X", "role": "coroutine", )" + llvm::StringRef(start) + R"("why": "x"})")
            .str())});
  };
  EXPECT_TRUE(meaning("struct X {};", model_("")).neverRunsWhenDropped());
  EXPECT_TRUE(meaning("struct X {};", model_("")).awaitable);
  EXPECT_FALSE(meaning("struct X {};", model_("\"start\": \"eager\",")).neverRunsWhenDropped());
}

TEST(KnowledgeOfTypes, Droppable) {
  auto droppable = loaded({model(R"({"type": "X", "role": "task", "droppable": true,
                                     "why": "fire and forget"})")});
  EXPECT_FALSE(meaning("struct X {};", droppable).losesOutcomeWhenDropped());
  auto task = loaded({model(R"({"type": "X", "role": "task", "why": "x"})")});
  EXPECT_TRUE(meaning("struct X {};", task).losesOutcomeWhenDropped());
}

TEST(KnowledgeOfTypes, AwaitedTask) {
  Snippet snippet("extern test::Task<test::Task<int>> nested; extern test::Task<int> plain;"
                  "template <class T> struct Box {}; Box<test::Task<int>> box;"
                  "template <class T> struct U { test::Task<test::Task<T>> dependent; };");
  Knowledge knowledge(snippet.context(), loaded({}));
  EXPECT_EQ(knowledge.awaitedTask(snippet.type("nested")).getAsString(), "class test::Task<int>");
  EXPECT_TRUE(knowledge.awaitedTask(snippet.type("plain")).isNull());
  EXPECT_TRUE(knowledge.awaitedTask(snippet.type("box")).isNull());
  EXPECT_FALSE(knowledge.awaitedTask(snippet.type("dependent")).isNull());
}

TEST(KnowledgeOfTypes, WhatToUseInstead) {
  Snippet snippet("namespace my { template <class T> struct Task {}; void nap(); } void wait();"
                  "my::Task<int> task; struct D : my::Task<long> {}; D derived;"
                  "struct Other {}; Other other;");
  Knowledge knowledge(snippet.context(), loaded({model("", R"("namespaces": ["my"],
                          "replacements": [{"for": "sleep", "use": "my::sleep"},
                                           {"for": "any", "use": "a pool"}],)")}));
  auto instead = [&](const char *callee, llvm::StringRef own, Blocking category, const char *type) {
    FunctionFacts facts;
    facts.instead = own.str();
    return knowledge.instead(snippet.function(callee), facts, category, snippet.type(type)).str();
  };
  EXPECT_EQ(instead("wait", "", Blocking::Sleep, "task"), "my::sleep");
  EXPECT_EQ(instead("wait", "", Blocking::Sleep, "derived"), "my::sleep");
  EXPECT_EQ(instead("wait", "", Blocking::Dns, "task"), "a pool");
  EXPECT_EQ(instead("wait", "", Blocking::Sleep, "other"), "");
  EXPECT_EQ(instead("wait", "a pause", Blocking::Sleep, "other"), "a pause");
  EXPECT_EQ(instead("wait", "a pause", Blocking::Sleep, "task"), "my::sleep");
  EXPECT_EQ(instead("wait", "a pause", Blocking::Dns, "task"), "a pause");
  EXPECT_EQ(instead("nap", "a pause", Blocking::Sleep, "task"), "a pause")
      << "the library knows its own function best";
  EXPECT_EQ(instead("nap", "", Blocking::Sleep, "task"), "my::sleep");
}

} // namespace
} // namespace asynctidy::model
