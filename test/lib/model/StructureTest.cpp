// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Models.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

namespace asynctidy::model {
namespace {

using test::Snippet;

/// The meaning that the type `X` of \p code has by structure alone.
Meaning meaning(llvm::StringRef code) {
  Snippet snippet(code);
  return Knowledge(snippet.context(), loaded({})).type(snippet.type("X"));
}

const char *awaiter = "bool await_ready(); void await_suspend(std::coroutine_handle<>);"
                      "void await_resume();";

/// A coroutine type X whose promise has these members besides the usual ones.
Meaning coroutine(llvm::StringRef initialSuspend, llvm::StringRef unhandledException,
                  llvm::StringRef members, llvm::StringRef promise = "") {
  return meaning(("struct Maybe { bool ready = true; bool await_ready() noexcept { return ready; }"
                  "void await_suspend(std::coroutine_handle<>) noexcept {}"
                  "void await_resume() noexcept {} };"
                  "struct X { struct promise_type { X get_return_object();" +
                  initialSuspend +
                  " initial_suspend() { return {}; }"
                  "std::suspend_always final_suspend() noexcept { return {}; }"
                  "void return_void() {} std::exception_ptr error; void unhandled_exception() {" +
                  unhandledException + "}" + promise + "}; " + members + "};")
                     .str());
}

constexpr const char *stores = "error = std::current_exception();";

TEST(Structure, LazyIsACoroutine) {
  Meaning lazy = coroutine("std::suspend_always", stores, awaiter);
  EXPECT_EQ(lazy.role, Role::Coroutine);
  EXPECT_TRUE(lazy.neverRunsWhenDropped());
  EXPECT_FALSE(lazy.losesOutcomeWhenDropped());
  EXPECT_TRUE(lazy.asynchronous());
  EXPECT_TRUE(lazy.why.empty());
}

TEST(Structure, EagerIsATask) {
  Meaning eager = coroutine("std::suspend_never", stores, awaiter);
  EXPECT_EQ(eager.role, Role::Task);
  EXPECT_FALSE(eager.neverRunsWhenDropped());
  EXPECT_TRUE(eager.losesOutcomeWhenDropped());
}

TEST(Structure, EagerThatKeepsNoErrorsCanBeDropped) {
  Meaning eager = coroutine("std::suspend_never", "std::terminate();", awaiter);
  EXPECT_EQ(eager.role, Role::Task);
  EXPECT_FALSE(eager.losesOutcomeWhenDropped());
}

TEST(Structure, EagerThatNobodyCanAwaitIsNothing) {
  EXPECT_EQ(coroutine("std::suspend_never", "std::terminate();", "").role, Role::None);
}

TEST(Structure, UnknownStartSaysNothingAboutDropping) {
  Meaning unknown = coroutine("Maybe", stores, awaiter);
  EXPECT_EQ(unknown.start, coro::Start::Unknown);
  EXPECT_EQ(unknown.role, Role::None);
  EXPECT_TRUE(unknown.awaitable);
  EXPECT_FALSE(unknown.neverRunsWhenDropped());
  EXPECT_FALSE(unknown.losesOutcomeWhenDropped());
}

TEST(Structure, GeneratorsAreValuesUnlessAwaited) {
  const char *yields = "std::suspend_always yield_value(int) { return {}; }";
  EXPECT_EQ(coroutine("std::suspend_always", stores, "", yields).role, Role::Value);
  EXPECT_EQ(coroutine("std::suspend_always", stores, awaiter, yields).role, Role::Coroutine);
}

TEST(Structure, SendersAreAwaitables) {
  const std::string senders[] = {
      "struct X { using sender_concept = int; void connect(int); };",
      "struct B { struct sender_concept {}; }; struct X : private B { ~X() { p = 1; } int p; };",
      "template <class T> struct X_ { using sender_concept = T; }; using X = X_<int>;",
      "struct X { template <template <class...> class V> using value_types = V<>;"
      "template <template <class...> class V> using error_types = V<>;"
      "static constexpr bool sends_done = true; };",
  };
  for (const std::string &code : senders) {
    EXPECT_EQ(meaning(code).role, Role::Awaitable) << code;
    EXPECT_TRUE(meaning(code).neverRunsWhenDropped()) << code;
  }
  EXPECT_EQ(meaning("struct X { int value_types; void connect(int); };").role, Role::None);
}

TEST(Structure, OperationsAreAwaitables) {
  std::string body = awaiter;
  const std::string operations[] = {
      "struct X { " + body + " private: int *p; void help(); };",
      "struct B { " + body + " }; struct X : B { X(int); };",
      "class B { public: " + body +
          " }; struct X : private B { using B::await_ready;"
          "using B::await_suspend; using B::await_resume; };",
      "struct A { " + body + " }; struct X { A operator co_await() &&; };",
      "struct X { ~X() = default; " + body + " };",
      "struct X { static X make(); " + body + " };",
  };
  for (const std::string &code : operations) {
    EXPECT_EQ(meaning(code).role, Role::Awaitable) << code;
    EXPECT_TRUE(meaning(code).neverRunsWhenDropped()) << code;
    EXPECT_FALSE(meaning(code).asynchronous()) << code;
  }
}

TEST(Structure, WhatHasAnotherPurposeIsNoOperation) {
  std::string body = awaiter;
  const std::string others[] = {
      "struct X { void set(); " + body + " };",
      "struct B { void cancel(); }; struct X : B { " + body + " };",
      "struct X { operator bool(); " + body + " };",
      "struct X { ~X() { p = nullptr; } int *p; " + body + " };",
      "struct X { ~X(); " + body + " };",
      "struct H { ~H(); }; struct X : private H { " + body + " };",
      "struct X { virtual bool await_ready(); void await_suspend(std::coroutine_handle<>);"
      "void await_resume(); };",
      "struct A { " + body + " }; struct X {}; A operator co_await(X);",
      "struct X {};",
  };
  for (const std::string &code : others) {
    EXPECT_EQ(meaning(code).role, Role::None) << code;
    EXPECT_FALSE(meaning(code).neverRunsWhenDropped()) << code;
  }
}

TEST(Structure, CoroReturnTypeVouchesForAnAwaitable) {
  std::string body = awaiter;
  EXPECT_EQ(meaning("struct [[clang::coro_return_type]] X { void cancel(); " + body + " };").role,
            Role::Awaitable);
}

} // namespace
} // namespace asynctidy::model
