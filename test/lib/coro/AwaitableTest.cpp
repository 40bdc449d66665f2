// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "coro/Awaitable.h"
#include "support/Snippet.h"

#include <gtest/gtest.h>

namespace asynctidy::coro {
namespace {

using test::Snippet;

const char *awaiters = R"cpp(
namespace lib {
struct ready {
  bool await_ready() const { return true; }
  void await_suspend(std::coroutine_handle<>) const {}
  int await_resume() const { return 1; }
};
}
)cpp";

/// Whether type `X` of \p code is awaitable: "no", "yes", or "once".
std::string asked(const std::string &code) {
  Snippet snippet(awaiters + code);
  const Awaitable found = awaitable(snippet.type("X"), snippet.context());
  EXPECT_TRUE(found.possible || !found.singleUse);
  return !found.possible ? "no" : found.singleUse ? "once" : "yes";
}

TEST(Awaitable, Awaiters) {
  EXPECT_EQ(asked("using X = lib::ready;"), "yes");
  EXPECT_EQ(asked("using X = lib::ready &;"), "yes");
  EXPECT_EQ(asked("using X = const lib::ready &&;"), "yes");
  EXPECT_EQ(asked("struct X : private std::suspend_always {};"), "yes");
  EXPECT_EQ(asked("struct X { bool await_ready(); void await_resume(); };"), "no");
  EXPECT_EQ(asked("struct X { bool await_ready(); template <class P> void "
                  "await_suspend(std::coroutine_handle<P>); void await_resume(); };"),
            "yes");
}

TEST(Awaitable, WhatIsNone) {
  EXPECT_EQ(asked("using X = int;"), "no");
  EXPECT_EQ(asked("using X = int *;"), "no");
  EXPECT_EQ(asked("struct X;"), "no");
  EXPECT_EQ(asked("struct X {};"), "no");
  EXPECT_EQ(asked("using X = void (*)(int);"), "no");
  EXPECT_FALSE(awaitable(clang::QualType(), Snippet("").context()).possible);
}

TEST(Awaitable, MemberOperators) {
  EXPECT_EQ(asked("struct X { lib::ready operator co_await(); };"), "yes");
  EXPECT_EQ(asked("struct X { lib::ready operator co_await() const &; "
                  "lib::ready operator co_await() &&; };"),
            "yes");
  EXPECT_EQ(asked("struct X { lib::ready operator co_await() &&; };"), "once");
  EXPECT_EQ(asked("struct X { lib::ready operator co_await() && = delete; };"), "no");
  EXPECT_EQ(asked("struct B { lib::ready operator co_await() &&; }; struct X : B {};"), "once");
  EXPECT_EQ(asked("struct X { template <class = void> lib::ready operator co_await() &&; };"),
            "once");
}

TEST(Awaitable, FreeOperatorsByArgument) {
  EXPECT_EQ(asked("namespace n { struct op {}; lib::ready operator co_await(op); }"
                  "using X = n::op;"),
            "yes");
  EXPECT_EQ(asked("namespace n { struct op {}; lib::ready operator co_await(op &&); }"
                  "using X = n::op;"),
            "once");
  EXPECT_EQ(asked("namespace n { struct op {}; } namespace m { lib::ready "
                  "operator co_await(n::op); } using X = n::op;"),
            "no");
  EXPECT_EQ(asked("namespace n { struct op {}; } lib::ready operator co_await(n::op); "
                  "using X = n::op;"),
            "yes")
      << "operators at global scope are seen without lookup by argument";
}

TEST(Awaitable, FreeOperatorsInInlineNamespaces) {
  EXPECT_EQ(asked("namespace n { inline namespace v1 { struct op {}; } "
                  "lib::ready operator co_await(op); } using X = n::op;"),
            "yes");
  EXPECT_EQ(asked("namespace n { struct op {}; inline namespace v1 { "
                  "lib::ready operator co_await(op); } } using X = n::op;"),
            "yes");
}

TEST(Awaitable, FreeOperatorsOfEnclosingClassesArgumentsAndBases) {
  EXPECT_EQ(asked("namespace n { struct outer { struct op {}; }; "
                  "lib::ready operator co_await(outer::op); } using X = n::outer::op;"),
            "yes");
  EXPECT_EQ(asked("template <class T> struct box {}; namespace n { struct op {}; "
                  "lib::ready operator co_await(box<op>); } using X = box<n::op>;"),
            "yes");
  EXPECT_EQ(asked("namespace n { struct op {}; lib::ready operator co_await(const op &); }"
                  "struct X : n::op {};"),
            "yes");
  EXPECT_EQ(asked("namespace n { template <class T> struct op {}; template <class T> "
                  "lib::ready operator co_await(const op<T> &); } struct X : n::op<int> {};"),
            "yes");
}

TEST(Awaitable, FreeOperatorTemplates) {
  const std::string future = "namespace n { template <class T> struct future {}; ";
  EXPECT_EQ(asked(future + "template <class T> lib::ready operator co_await(future<T>); }"
                           "using X = n::future<int>;"),
            "yes");
  EXPECT_EQ(asked(future + "template <class T> lib::ready operator co_await(future<T> &&); }"
                           "using X = n::future<int>;"),
            "once");
  EXPECT_EQ(asked(future + "template <class T> lib::ready operator co_await(future<T *>); }"
                           "using X = n::future<int>;"),
            "no");
  EXPECT_EQ(asked(future + "template <class T> lib::ready operator co_await(T &&); }"
                           "using X = n::future<int>;"),
            "yes");
  EXPECT_EQ(asked(future + "template <class T> requires (sizeof(T) > 9) "
                           "lib::ready operator co_await(T &&); } using X = n::future<int>;"),
            "no");
}

TEST(Awaitable, HiddenFriends) {
  EXPECT_EQ(asked("struct X { friend lib::ready operator co_await(X) { return {}; } };"), "yes");
  EXPECT_EQ(asked("template <class T> struct t { friend lib::ready operator co_await(t &&) "
                  "{ return {}; } }; using X = t<int>;"),
            "once");
}

TEST(Awaitable, ConstrainedFriendsAreThereForTheirClass) {
  EXPECT_EQ(asked("struct B { template <class T> requires (sizeof(T) > 0) "
                  "friend lib::ready operator co_await(T &) { return {}; } }; struct X : B {};"),
            "yes");
}

TEST(Awaitable, Enumerations) {
  EXPECT_EQ(asked("namespace n { enum class op { read }; lib::ready operator co_await(op); }"
                  "using X = n::op;"),
            "yes");
}

TEST(Awaitable, TemplatesThatReferToThemselves) {
  const std::string code = "template <class T> struct grows : grows<T *> {};"
                           "template <class T> struct ping; "
                           "template <class T> struct pong : ping<T> {};"
                           "template <class T> struct ping : pong<T> {};";
  EXPECT_EQ(asked(code + "using X = grows<int>;"), "no");
  EXPECT_EQ(asked(code + "using X = ping<int>;"), "no");
}

TEST(Awaitable, NothingIsInstantiated) {
  Snippet snippet("template <class T> struct t { std::suspend_always operator co_await() &&; };"
                  "using X = t<int>;");
  EXPECT_TRUE(awaitable(snippet.type("X"), snippet.context()).singleUse);
  EXPECT_FALSE(snippet.type("X")->getAsCXXRecordDecl()->getDefinition());
}

/// Whether `co_await` of an `X` is accepted by the promise class `P`.
bool taken(const std::string &code) {
  Snippet snippet(awaiters + code);
  return accepts(snippet.find<clang::CXXRecordDecl>("P"), snippet.type("X"), snippet.context());
}

TEST(Accepts, WithoutTransformsWhatIsAwaitable) {
  EXPECT_TRUE(taken("struct P {}; using X = lib::ready;"));
  EXPECT_FALSE(taken("struct P {}; struct X {};"));
}

TEST(Accepts, WhatATransformIsWrittenFor) {
  EXPECT_TRUE(taken("struct X {}; struct P { lib::ready await_transform(X); };"));
  EXPECT_TRUE(taken("struct X {}; struct P { lib::ready await_transform(const X &); };"));
  EXPECT_FALSE(taken("using X = lib::ready; struct P { lib::ready await_transform(int); };"));
  EXPECT_TRUE(taken("template <class T> struct task {}; using X = task<int>;"
                    "struct P { template <class T> lib::ready await_transform(task<T> &&); };"));
  EXPECT_FALSE(taken("template <class T> struct task {}; using X = lib::ready;"
                     "struct P { template <class T> lib::ready await_transform(task<T>); };"));
}

TEST(Accepts, TransformsOfBases) {
  EXPECT_TRUE(taken("struct X {}; struct B { lib::ready await_transform(X); }; struct P : B {};"));
  EXPECT_TRUE(taken("struct X {}; template <class T> struct B { lib::ready await_transform(T); };"
                    "struct P : B<X> {};"));
}

TEST(Accepts, Anything) {
  EXPECT_TRUE(
      taken("struct X {}; struct P { template <class A> lib::ready await_transform(A); };"));
  EXPECT_TRUE(taken("struct X {}; struct P { template <class A> auto &&await_transform(A &&); };"));
}

TEST(Accepts, ConstrainedTransformsOnlyForAwaitables) {
  const std::string promise = "struct P { template <class A> requires (sizeof(A) > 0) "
                              "auto &&await_transform(A &&); };";
  EXPECT_TRUE(taken(promise + "using X = lib::ready;"));
  EXPECT_FALSE(taken(promise + "struct X {};"));
}

TEST(Accepts, NoDeletedOnes) {
  EXPECT_FALSE(taken("using X = lib::ready; struct P { void await_transform(X) = delete; "
                     "template <class A> auto &&await_transform(A &&); };"));
  EXPECT_FALSE(taken("using X = lib::ready; struct P { "
                     "template <class A> void await_transform(A &&) = delete; };"));
  EXPECT_TRUE(taken("struct X {}; struct P { lib::ready await_transform(X); "
                    "template <class A> void await_transform(A &&) = delete; };"));
}

} // namespace
} // namespace asynctidy::coro
