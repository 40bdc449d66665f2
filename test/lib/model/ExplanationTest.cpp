// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/Explanation.h"

#include "Models.h"
#include "support/Snippet.h"

#include <set>

namespace asynctidy::model {
namespace {

using test::Snippet;

/// The explanation of the type `X` of \p code, without user's models.
Explanation explained(const Snippet &snippet) {
  std::vector<LoadError> errors;
  static const Ledger ledger({}, errors);
  return explain(Knowledge(snippet.context(), Store::shipped()), ledger, snippet.type("X"));
}

const Property &property(const Explanation &explanation, llvm::StringRef name) {
  for (const Property &each : explanation.properties)
    if (each.name == name)
      return each;
  throw std::runtime_error("no property " + name.str());
}

TEST(Explanation, IsWhatTheChecksGoBy) {
  const char *codes[] = {
      "using X = test::Task<int>;",
      "struct X : test::Task<> { using Task::Task; };",
      "struct [[clang::annotate(\"asynctidy::future\")]] X : test::Task<> {};",
      "namespace std { template <class T> struct future {}; } using X = std::future<int>;",
      ("struct X { bool await_ready(); void await_suspend(std::coroutine_handle<>);"
       " void await_resume(); };"),
      "using X = int;",
  };
  for (const char *code : codes) {
    Snippet snippet(code);
    const Meaning known =
        Meaning(Knowledge(snippet.context(), Store::shipped()).type(snippet.type("X")));
    const Explanation explanation = explained(snippet);
    EXPECT_EQ(explanation.meaning.role, known.role) << code;
    EXPECT_EQ(explanation.meaning.start, known.start) << code;
    EXPECT_EQ(explanation.meaning.drop, known.drop) << code;
    EXPECT_EQ(explanation.meaning.errors, known.errors) << code;
    EXPECT_EQ(explanation.meaning.awaitable, known.awaitable) << code;
    EXPECT_EQ(explanation.meaning.singleUse, known.singleUse) << code;
    EXPECT_EQ(explanation.meaning.droppable, known.droppable) << code;
  }
}

TEST(Explanation, HasEveryPropertyThatAModelCanState) {
  Snippet snippet("struct X {};");
  std::set<std::string> found;
  for (const Property &each : explained(snippet).properties)
    found.insert(each.name.str());
  for (const Field<TypeFacts> &field : typeFields())
    EXPECT_EQ(found.count(field.key.str()), !isRemark(field.key)) << field.key.str();
}

TEST(Explanation, OfStructure) {
  Snippet snippet("using X = test::Task<int>;");
  const Explanation explanation = explained(snippet);
  EXPECT_EQ(property(explanation, "role").value, llvm::json::Value("coroutine"));
  EXPECT_EQ(property(explanation, "role").because.str(),
            "nothing runs until somebody awaits or resumes it");
  EXPECT_EQ(property(explanation, "dropped").because.str(),
            "its destructor destroys the coroutine");
  EXPECT_EQ(property(explanation, "errors").statement, nullptr);
}

TEST(Explanation, OfAModelAndAnAttribute) {
  Snippet snippet("namespace std { template <class T> struct future {}; }"
                  "using X = std::future<int>;");
  const Explanation future = explained(snippet);
  ASSERT_NE(property(future, "role").statement, nullptr);
  EXPECT_EQ(property(future, "role").statement->model->origin, "<shipped>/std.json");
  EXPECT_EQ(future.base, nullptr);

  Snippet annotated("struct [[clang::annotate(\"asynctidy::coroutine\")]] B {}; struct X : B {};");
  const Explanation derived = explained(annotated);
  EXPECT_EQ(property(derived, "role").attribute, "coroutine");
  EXPECT_EQ(property(derived, "start").attribute, "coroutine");
  EXPECT_EQ(property(derived, "awaitable").because.str(), "the role says so");
  ASSERT_NE(derived.base, nullptr);
  EXPECT_EQ(derived.base->getName(), "B");
}

TEST(Explanation, OfWhatIsNotOnlyAwaited) {
  const std::string awaiter = "bool await_ready(); void await_suspend(std::coroutine_handle<>);"
                              "void await_resume();";
  const std::pair<std::string, std::string> codes[] = {
      {"struct X {" + awaiter + "};", "awaiting is all that it is for"},
      {"struct X {" + awaiter + "void cancel(); };", "it has 'X::cancel', too"},
      {"struct X {" + awaiter + "virtual void f(); };", "'X' has virtual functions"},
      {"struct X {" + awaiter + "~X() { await_resume(); } };",
       "the destructor of 'X' does something"},
      {"struct B { void f(); }; struct X : B {" + awaiter + "};", "it has 'B::f', too"},
      {"struct A {" + awaiter + "}; struct X {}; A operator co_await(X);",
       "only a free operator co_await makes it awaitable"},
      {"struct [[clang::coro_return_type]] X {" + awaiter + "void f(); };",
       "'X' is a [[clang::coro_return_type]]"},
  };
  for (const auto &[code, why] : codes) {
    Snippet snippet(code);
    EXPECT_EQ(property(explained(snippet), "role").because.str(), why) << code;
  }
}

TEST(Explanation, OfTemplatesThatDeriveFromThemselves) {
  // Nobody instantiates them: their bases are only patterns.
  const char *codes[] = {
      ("template <int N> struct counter : counter<N - 1> {}; template <> struct counter<0> {};"
       "template <int N> struct U { counter<N> X; };"),
      ("template <class T> struct grows : grows<T *> { bool await_ready();"
       " void await_suspend(std::coroutine_handle<>); void await_resume(); }; "
       "template <class T> struct U { grows<T> X; };"),
      ("template <class T> struct ping; template <class T> struct pong : ping<T> {};"
       "template <class T> struct ping : pong<T> {}; template <class T> struct U { ping<T> X; };"),
  };
  for (const char *code : codes) {
    Snippet snippet(code);
    EXPECT_EQ(explained(snippet).meaning.role, Role::None) << code;
  }
}

} // namespace
} // namespace asynctidy::model
