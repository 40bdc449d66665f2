// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/LateQuestions.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The pieces of work, as the statement class of the AST calls them, before the late awaits in the
/// body of `f(Reply reply, Reply other, bool a)`.
std::vector<std::string> late(const std::string &body) {
  Analysed code(R"(
struct Awaiter { bool await_ready(); void await_suspend(std::coroutine_handle<>); int await_resume(); };
struct Reply {
  Awaiter operator co_await() const;
  [[clang::annotate("asynctidy::completes")]] void fulfil(int);
  [[clang::annotate("asynctidy::cancels")]] void abandon();
  bool settled() const;
};
test::Task<> step();
void touch(int);
void hand(Reply);
[[clang::annotate("asynctidy::blocking")]] void block();
inline int sum(int n) { int s = 0; while (n) s += n--; return s; }
test::Task<> f(Reply reply, Reply other, bool a) {)" +
                body + "\n}\n");
  std::vector<std::string> result;
  for (const flow::LateAwait &await : flow::lateAwaits(code.function("f"), code.unit()))
    result.push_back(await.future->getNameAsString() + " " +
                     (isa<clang::CallExpr>(await.work) ? "call" : "co_await"));
  return result;
}

TEST(LateQuestions, FollowWork) {
  EXPECT_THAT(late("co_await step(); co_await reply;"), ElementsAre("reply co_await"));
  EXPECT_THAT(late("block(); co_await reply;"), ElementsAre("reply call"));
  EXPECT_THAT(late("sum(3); co_await reply;"), ElementsAre("reply call"));
  EXPECT_THAT(late("for (int i = 0; i < 3; ++i) touch(i); co_await reply;"),
              ElementsAre("reply call"));
  EXPECT_THAT(late("if (a) co_await step(); co_await reply;"), ElementsAre("reply co_await"));
}

TEST(LateQuestions, AreNoneWithoutWork) {
  EXPECT_THAT(late("co_await reply; co_await step();"), IsEmpty());
  EXPECT_THAT(late("touch(1); co_await reply;"), IsEmpty());
  EXPECT_THAT(late("co_await other; co_await reply;"), IsEmpty());
}

TEST(LateQuestions, AreNoneOnceAsked) {
  EXPECT_THAT(late("if (reply.settled()) co_return; co_await step(); co_await reply;"), IsEmpty());
  EXPECT_THAT(late("if (a && reply.settled()) co_return; co_await step(); co_await reply;"),
              IsEmpty());
  EXPECT_THAT(late("if (other.settled()) co_return; co_await step(); co_await reply;"),
              ElementsAre("reply co_await"));
  EXPECT_THAT(late("co_await step(); co_await reply; reply.settled();"),
              ElementsAre("reply co_await"));
}

TEST(LateQuestions, LeaveAloneWhatOthersHave) {
  EXPECT_THAT(late("hand(reply); co_await step(); co_await reply;"), IsEmpty());
  EXPECT_THAT(late("auto look = [&reply] {}; co_await step(); co_await reply;"), IsEmpty());
  EXPECT_THAT(late("reply.fulfil(1); co_await step(); co_await reply;"), IsEmpty());
}

} // namespace
} // namespace asynctidy::test
