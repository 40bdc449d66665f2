// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Closing.h"

#include <clang/AST/StmtCXX.h>

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
struct Client {
  Client(Client &&);
  test::Task<> stop();
  test::Task<> connect();
  test::Task<> send(int);
  void close();
};
struct Modelled {
  Modelled(Modelled &&);
  [[clang::annotate("asynctidy::closes")]] void finish();
  [[clang::annotate("asynctidy::closes")]] void finish_in(int seconds);
  [[clang::annotate("asynctidy::closes")]] void close();
};
struct [[clang::annotate("asynctidy::must_close")]] Known {
  Known(Known &&);
  [[clang::annotate("asynctidy::closes")]] test::Task<> close();
};
struct Reply { int code; };
struct Copied { Copied(const Copied &); };
struct Trivial { int n; };
Client make(); Modelled model(); Known know(); Reply *reply();
void take(Client);
)";

/// The objects that a coroutine `f` with this body gives back at the end.
std::vector<std::string> closed(const std::string &body) {
  Analysed code(head + ("test::Task<> f(Client given, Client &lent, bool a) {" + body + "\n}\n"));
  std::vector<std::string> result;
  for (const flow::Closing &each :
       flow::closedAtTheEnd(code.function("f"), code.unit().knowledge()))
    result.push_back(each.object->getNameAsString());
  return result;
}

TEST(Closing, IsAnAwaitedWordAModelOrADelete) {
  EXPECT_THAT(closed("auto c = make(); co_await c.stop();"), ElementsAre("c"));
  EXPECT_THAT(closed("auto c = model(); c.finish(); co_return;"), ElementsAre("c"));
  EXPECT_THAT(closed("auto *r = reply(); delete r; co_return;"), ElementsAre("r"));
  EXPECT_THAT(closed("co_await given.stop();"), ElementsAre("given"));
  // A destructor can do what is not awaited.
  EXPECT_THAT(closed("auto c = make(); c.close(); co_return;"), IsEmpty());
  EXPECT_THAT(closed("auto c = make(); co_await c.send(1);"), IsEmpty());
}

TEST(Closing, IsOnTheStraightWayThroughTheScope) {
  EXPECT_THAT(closed("auto c = make(); if (a) { co_await c.stop(); } co_return;"), IsEmpty());
  EXPECT_THAT(closed("if (a) { auto c = make(); co_await c.stop(); } co_return;"),
              ElementsAre("c"));
}

TEST(Closing, IsNoQuestionForOthersObjects) {
  EXPECT_THAT(closed("co_await lent.stop();"), IsEmpty());
  EXPECT_THAT(closed("auto &c = lent; co_await c.stop();"), IsEmpty());
  // Their type says it, whatever the function does.
  EXPECT_THAT(closed("auto k = know(); co_await k.close();"), IsEmpty());
}

TEST(Closing, MayHaveNothingToCloseBeforeItIsOpen) {
  EXPECT_THAT(closed("auto c = make(); co_await c.connect(); co_await c.stop();"), IsEmpty());
}

TEST(Closing, MethodsAreThoseWithoutArguments) {
  Analysed code(head);
  auto method = [&](llvm::StringRef name) -> std::string {
    const clang::CXXMethodDecl *found =
        flow::closingMethod(code.snippet().type(name), code.unit().knowledge());
    return found ? found->getNameAsString() : "none";
  };
  EXPECT_EQ(method("Modelled"), "close");
  EXPECT_EQ(method("Known"), "close");
  EXPECT_EQ(method("Client"), "none");
}

TEST(Closing, TakesOverWhatCanOnlyBeMoved) {
  Analysed code(head);
  EXPECT_TRUE(flow::isTakenOver(code.snippet().type("Client")));
  EXPECT_FALSE(flow::isTakenOver(code.snippet().type("Copied")));
  EXPECT_FALSE(flow::isTakenOver(code.snippet().type("Trivial")));
}

TEST(Closing, KnowsTheBlockOfAVariable) {
  Analysed code(head + R"(
void f(Client given, bool a) {
  if (a) {                      // @inner
    int deep = 1;
  }
  for (int head = 0; head < 1; ++head) {}
})");
  const clang::Stmt &body = *code.function("f").body;
  auto block = [&](llvm::StringRef name) {
    return flow::blockOf(code.snippet().find<clang::VarDecl>(name), body);
  };
  EXPECT_EQ(block("given"), &body);
  ASSERT_NE(block("deep"), nullptr);
  EXPECT_TRUE(code.isAt("inner", *block("deep")));
  EXPECT_EQ(block("head"), nullptr);
}

} // namespace
} // namespace asynctidy::test
