// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Models.h"
#include "model/Knowledge.h"
#include "support/Snippet.h"

#include <set>

namespace asynctidy::model {
namespace {

using namespace clang::ast_matchers;
using test::Snippet;

std::shared_ptr<const Store> blocks(llvm::StringRef subject, llvm::StringRef more = "") {
  return loaded({model(
      ("{\"function\": \"" + subject + R"(", "blocks": "database", "why": "x"})").str(), more)});
}

/// Whether the function that the one call in `user` calls is known to block.
bool callBlocks(const char *code, std::shared_ptr<const Store> store) {
  Snippet snippet(code);
  Knowledge knowledge(snippet.context(), std::move(store));
  auto calls =
      snippet.all<clang::Expr>(expr(anyOf(callExpr(callee(functionDecl())), cxxConstructExpr()),
                                    hasAncestor(functionDecl(hasName("user"), isDefinition(),
                                                             unless(isTemplateInstantiation()))),
                                    unless(hasAncestor(callExpr())))
                                   .bind("call"),
                               "call");
  EXPECT_FALSE(calls.empty());
  return !calls.empty() && knowledge.call(*calls.front()).blocks.has_value();
}

TEST(KnowledgeOfFunctions, PlainAndUnknown) {
  EXPECT_TRUE(callBlocks("namespace my { void f(); } void user() { my::f(); }", blocks("my::f")));
  EXPECT_FALSE(callBlocks("namespace my { void g(); } void user() { my::g(); }", blocks("my::f")));
  EXPECT_FALSE(callBlocks("void f(); void user() { f(); }", blocks("my::f")));
}

TEST(KnowledgeOfFunctions, InlineAndAnonymousNamespacesDoNotCount) {
  EXPECT_TRUE(callBlocks("namespace my { inline namespace v1 { void f(); } } "
                         "void user() { my::f(); }",
                         blocks("my::f")));
  EXPECT_TRUE(callBlocks("namespace my { namespace { void f() {} } } void user() { my::f(); }",
                         blocks("my::f")));
}

TEST(KnowledgeOfFunctions, ThroughNamespaceAliasesAndUsingDeclarations) {
  EXPECT_TRUE(callBlocks("namespace my { void f(); } namespace m = my; void user() { m::f(); }",
                         blocks("my::f")));
  EXPECT_TRUE(
      callBlocks("namespace my { void f(); } using my::f; void user() { f(); }", blocks("my::f")));
}

TEST(KnowledgeOfFunctions, Specialisations) {
  EXPECT_TRUE(callBlocks("namespace my { template <class T> void f(T); } "
                         "void user() { my::f(1); }",
                         blocks("my::f")));
  EXPECT_TRUE(callBlocks("namespace my { template <class T> void f(T); template <> void f(int); } "
                         "void user() { my::f(1); }",
                         blocks("my::f")));
}

TEST(KnowledgeOfFunctions, MembersOfClassTemplates) {
  const char *members[] = {
      "template <class T> struct S { void f() {} }; void user() { static_cast<S<int>*>(0)->f(); }",
      "template <class T> struct S; template <> struct S<int> { void f(); };"
      "void user() { static_cast<S<int>*>(0)->f(); }",
      "template <class T> struct S { template <class U> void f(U) {} };"
      "void user() { static_cast<S<int>*>(0)->f(2); }",
      "template <class T> struct S { void f() {} }; using A = S<long>;"
      "void user() { static_cast<A*>(0)->f(); }",
  };
  for (const char *code : members)
    EXPECT_TRUE(callBlocks(code, blocks("S::f"))) << code;
}

TEST(KnowledgeOfFunctions, InheritedHiddenAndOverridden) {
  EXPECT_TRUE(callBlocks("struct B { void f(); }; struct D : B {}; void user(D &d) { d.f(); }",
                         blocks("B::f")));
  EXPECT_FALSE(callBlocks("struct B { void f(); }; struct D : B { void f(); };"
                          "void user(D &d) { d.f(); }",
                          blocks("B::f")));
  EXPECT_TRUE(callBlocks("struct B { virtual void f(); }; struct M : B { void f(); };"
                         "struct D : M { void f() override; }; void user(D &d) { d.f(); }",
                         blocks("B::f")));
}

TEST(KnowledgeOfFunctions, Operators) {
  EXPECT_TRUE(callBlocks("struct S { void operator[](int); }; void user(S &s) { s[1]; }",
                         blocks("S::operator[]")));
  EXPECT_TRUE(callBlocks("struct S { operator int(); }; void user(S &s) { s.operator int(); }",
                         blocks("S::operator int")));
}

TEST(KnowledgeOfFunctions, ConstructorsButNeverCopiesAndMoves) {
  const char *type = "struct T { T(); T(int); T(const T &); T(T &&); };"
                     "template <class X> struct S { S(X); };"
                     "struct D : T { using T::T; };";
  auto known = [&](const char *user, llvm::StringRef subject) {
    return callBlocks((std::string(type) + user).c_str(), blocks(subject));
  };
  EXPECT_TRUE(known("void user() { T t(1); }", "T::T"));
  EXPECT_TRUE(known("void user() { T t; }", "T::T"));
  EXPECT_FALSE(known("void user(T &o) { T t(o); }", "T::T"));
  EXPECT_FALSE(known("void user(T &o) { T t(static_cast<T &&>(o)); }", "T::T"));
  EXPECT_TRUE(known("void user() { S<int> s(1); }", "S::S"));
  EXPECT_TRUE(known("void user() { D d(1); }", "T::T"));
}

TEST(KnowledgeOfFunctions, Overloads) {
  auto known = [](const char *user) {
    std::string code = std::string("namespace my { struct Later {}; struct L { L(); L(int); "
                                   "L(int, const Later &); }; }") +
                       user;
    return callBlocks(code.c_str(), loaded({model(R"({"function": "my::L::L", "blocks": "lock",
                                        "overloads": {"parameters": 1, "without": ["my::Later"]},
                                        "why": "x"})")}));
  };
  EXPECT_FALSE(known("void user() { my::L l; }"));
  EXPECT_TRUE(known("void user() { my::L l(1); }"));
  EXPECT_FALSE(known("void user(my::Later &later) { my::L l(1, later); }"));
}

TEST(KnowledgeOfFunctions, OverloadsOnRvalues) {
  auto known = [](const char *user) {
    std::string code =
        std::string("namespace my { struct F { int get() &&; const int *get() const &;"
                    "static int make(); }; }") +
        user;
    return callBlocks(code.c_str(), loaded({model(R"({"function": ["my::F::get", "my::F::make"],
                                        "blocks": "other", "overloads": {"rvalue": true},
                                        "why": "x"})")}));
  };
  EXPECT_TRUE(known("void user(my::F &f) { static_cast<my::F &&>(f).get(); }"));
  EXPECT_FALSE(known("void user(my::F &f) { f.get(); }"));
  EXPECT_FALSE(known("void user() { my::F::make(); }"));
}

TEST(KnowledgeOfFunctions, OfTheSameLibrary) {
  Snippet snippet(
      "namespace my { void f(); } namespace mine { void g(); } namespace other { void h(); }"
      "void i();");
  auto function = [&](const char *name) {
    return snippet.all<clang::FunctionDecl>(functionDecl(hasName(name)).bind("f"), "f").front();
  };
  Knowledge knowledge(snippet.context(),
                      loaded({model("", R"("namespaces": ["my", "mine"],)"),
                              R"({"schema": 1, "library": "other", "namespaces": ["other"],
                                  "facts": []})"}));
  EXPECT_TRUE(knowledge.inSameLibrary(*function("f"), *function("g")));
  EXPECT_FALSE(knowledge.inSameLibrary(*function("f"), *function("h")));
  EXPECT_FALSE(knowledge.inSameLibrary(*function("i"), *function("i")));
}

TEST(KnowledgeOfFunctions, LanguageC) {
  std::shared_ptr<const Store> c = blocks("sleep", R"("language": "c",)");
  EXPECT_TRUE(callBlocks("extern \"C\" int sleep(int); void user() { sleep(1); }", c));
  EXPECT_TRUE(callBlocks("extern \"C\" int sleep(int); namespace std { using ::sleep; }"
                         "void user() { std::sleep(1); }",
                         c));
  EXPECT_TRUE(callBlocks("namespace std { extern \"C\" int sleep(int); }"
                         "void user() { std::sleep(1); }",
                         c));
  EXPECT_FALSE(callBlocks("test::Task<> sleep(int); void user() { sleep(1); }", c));
}

TEST(KnowledgeOfFunctions, OnAGlobalVariableOnly) {
  auto known = [](const char *user) {
    std::string code = std::string("namespace my { struct In { In &get(); In &operator>>(int &); };"
                                   "extern In in; void line(In &, int &); }") +
                       user;
    return callBlocks(code.c_str(),
                      loaded({model(R"({"function": ["my::In::get", "my::In::operator>>",
                                                     "my::line"],
                                        "blocks": "input", "on": ["my::in"], "why": "x"})")}));
  };
  EXPECT_TRUE(known("void user() { my::in.get(); }"));
  EXPECT_TRUE(known("void user(int &i) { my::in >> i; }"));
  EXPECT_TRUE(known("void user(int &i) { my::line(my::in, i); }"));
  EXPECT_FALSE(known("void user(my::In &in) { in.get(); }"));
  EXPECT_FALSE(known("void user(my::In &in, int &i) { in >> i; }"));
  EXPECT_FALSE(known("void user(my::In &in, int &i) { my::line(in, i); }"));
}

TEST(KnowledgeOfFunctions, UnlessFlagsSayNotToWait) {
  auto known = [](const char *user) {
    std::string code = std::string("int f(int, int flags = 4);") + user;
    return callBlocks(code.c_str(), loaded({model(R"({"function": "f", "blocks": "process",
        "nowait": {"argument": 1, "flags": 5}, "why": "x"})")}));
  };
  EXPECT_TRUE(known("void user() { f(0, 0); }"));
  EXPECT_TRUE(known("void user() { f(0, 2); }"));
  EXPECT_FALSE(known("void user() { f(0, 1 | 2); }"));
  EXPECT_FALSE(known("void user() { f(0); }"));
  EXPECT_FALSE(known("void user(int flags) { f(0, flags); }")) << "nobody knows";
}

TEST(KnowledgeOfFunctions, UnlessTheLastArgumentSaysNotToWait) {
  auto known = [](const char *user) {
    std::string code = std::string("enum class Flags { none, later };"
                                   "struct S { void f(int &, Flags = Flags::none);"
                                   "void f(void *, unsigned, int = 0); void f(); };") +
                       user;
    return callBlocks(code.c_str(), loaded({model(R"({"function": "S::f", "blocks": "socket",
        "nowait": {"argument": "last", "flags": 1}, "why": "x"})")}));
  };
  EXPECT_TRUE(known("void user(S &s, int &i) { s.f(i); }"));
  EXPECT_TRUE(known("void user(S &s, int &i) { s.f(i, Flags::none); }"));
  EXPECT_FALSE(known("void user(S &s, int &i) { s.f(i, Flags::later); }"));
  EXPECT_TRUE(known("void user(S &s, void *p) { s.f(p, 1); }"));
  EXPECT_FALSE(known("void user(S &s, void *p) { s.f(p, 2, 1); }"));
  EXPECT_FALSE(known("void user(S &s) { s.f(); }")) << "there are no flags";
}

TEST(KnowledgeOfFunctions, ByWhatTheyAreGivenAndReturn) {
  auto known = [](const char *user) {
    std::string code =
        std::string("namespace my { struct Context {}; struct Status {}; }"
                    "struct Stub { my::Status call(my::Context *, int); int size(my::Context &);"
                    "my::Status last(); void call(my::Context *, int, void (*)(my::Status));"
                    "my::Status quick(my::Context &); };") +
        user;
    return callBlocks(code.c_str(), loaded({model(R"(
        {"type": "my::Context", "given": {"returning": "my::Status", "blocks": "http"},
         "why": "x"},
        {"function": "Stub::quick", "nonblocking": true, "why": "x"})")}));
  };
  EXPECT_TRUE(known("void user(Stub &s, my::Context &c) { s.call(&c, 1); }"));
  EXPECT_TRUE(known("my::Status f(my::Context); void user(my::Context &c) { f(c); }"));
  EXPECT_FALSE(known("void user(Stub &s, my::Context &c) { s.size(c); }"));
  EXPECT_FALSE(known("void user(Stub &s) { s.last(); }"));
  EXPECT_FALSE(known("void user(Stub &s, my::Context &c) { s.call(&c, 1, nullptr); }"));
  EXPECT_FALSE(known("void user(Stub &s, my::Context &c) { s.quick(c); }")) << "it has a name";
}

TEST(KnowledgeOfFunctions, WhatDependsOnTheCallIsNotSaidOfTheFunction) {
  Snippet snippet("void f(int);");
  Knowledge knowledge(snippet.context(), loaded({model(R"({"function": "f", "blocks": "process",
      "nowait": {"argument": 0, "flags": 1}, "why": "x"})")}));
  EXPECT_FALSE(knowledge.function(snippet.function("f")).blocks);
}

/// One translation unit for all, since the headers take long.
TEST(KnowledgeOfFunctions, OfTheStandardAndPosix) {
  Snippet snippet(R"cpp(
    #include <fstream>
    #include <iostream>
    #include <mutex>
    #include <sys/wait.h>
    #include <thread>
    std::mutex m;
    void blocks(int i, std::thread &thread) {
      std::lock_guard guard(m);
      std::unique_lock lock(m);
      lock.lock();
      std::ifstream file("x");
      file.open("y");
      std::cin >> i;
      ::waitpid(1, nullptr, 0);
      std::system("x");
    }
    void silent(int i) {
      std::unique_lock<std::mutex> none;
      std::unique_lock deferred(m, std::defer_lock);
      std::unique_lock moved(static_cast<std::unique_lock<std::mutex> &&>(deferred));
      m.try_lock();
      std::ifstream file;
      file >> i;
      ::waitpid(1, nullptr, WNOHANG);
    }
  )cpp");
  Knowledge knowledge(snippet.context(), Store::shipped());
  auto silent = [&](const char *function) {
    std::set<unsigned> lines;
    auto isCall =
        expr(anyOf(callExpr(), cxxConstructExpr()), hasAncestor(functionDecl(hasName(function))))
            .bind("call");
    for (const clang::Expr *call : snippet.all<clang::Expr>(isCall, "call"))
      if (!knowledge.call(*call).blocks)
        lines.insert(snippet.line(call->getBeginLoc()));
    return lines;
  };
  using Lines = std::set<unsigned>;
  EXPECT_EQ(silent("blocks"), Lines());
  EXPECT_EQ(silent("silent"), (Lines{19, 20, 21, 22, 23, 24, 25}));
}

} // namespace
} // namespace asynctidy::model
