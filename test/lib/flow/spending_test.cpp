// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Rounds.h"
#include "flow/Spending.h"

namespace asynctidy::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The reuses in the body of `f(Once t, bool a, bool b)`: how it is used up, then how it is used.
std::vector<std::string> reuses(const std::string &body) {
  Analysed code(R"(
struct Awaiter { bool await_ready(); void await_suspend(std::coroutine_handle<>); int await_resume(); };
struct [[clang::annotate("asynctidy::task")]] Once {
  Once(Once &&); Once &operator=(Once &&); ~Once();
  Awaiter operator co_await() &&;
  int get() &&;
  void unknown();
};
Once make();
void take(Once);
bool push(Once &&);
bool ask();
struct Shared { bool flag; };
test::Task<> f(Once t, bool a, bool b, Shared &shared) {)" +
                body + "\n}\n");
  auto spelled = [](flow::Spent how) {
    return how == flow::Spent::Awaited ? "awaited" : how == flow::Spent::Taken ? "taken" : "moved";
  };
  std::vector<std::string> result;
  for (const flow::Reuse &reuse : flow::reuses(code.function("f"), code.unit()))
    result.push_back(std::string(spelled(reuse.first)) + " " + spelled(reuse.how) +
                     (reuse.again == reuse.before ? " in a loop" : ""));
  return result;
}

constexpr const char *await = "co_await static_cast<Once &&>(t); ";

TEST(Spending, KnowsHowAnObjectIsUsedUp) {
  EXPECT_THAT(reuses(std::string(await) + await), ElementsAre("awaited awaited"));
  EXPECT_THAT(reuses(std::string("static_cast<Once &&>(t).get(); ") + await),
              ElementsAre("taken awaited"));
  EXPECT_THAT(reuses(std::string("take(static_cast<Once &&>(t)); ") + await),
              ElementsAre("moved awaited"));
}

TEST(Spending, EndsWhereAnotherObjectMayBeThere) {
  EXPECT_THAT(reuses(std::string(await) + "t = make(); " + await), IsEmpty());
  EXPECT_THAT(reuses(std::string(await) + "t.unknown(); " + await), IsEmpty());
  EXPECT_THAT(reuses(std::string("Once &r = t; ") + await + await), IsEmpty());
  EXPECT_THAT(reuses(std::string("if (!push(static_cast<Once &&>(t))) ") + await), IsEmpty());
}

TEST(Spending, WantsConditionsThatDoNotExcludeEachOther) {
  const std::string second = std::string(await) + "co_return; ";
  EXPECT_THAT(reuses("if (a) " + second), IsEmpty());
  EXPECT_THAT(reuses(std::string("if (a) ") + await + "if (b) " + await),
              ElementsAre("awaited awaited"));
  EXPECT_THAT(reuses(std::string("if (a) ") + await + "if (!a) " + await), IsEmpty());
  EXPECT_THAT(reuses(std::string("if (shared.flag) ") + await + "if (!shared.flag) " + await),
              IsEmpty());
  EXPECT_THAT(reuses(std::string(await) + "if (ask()) " + await), ElementsAre("awaited awaited"));
}

TEST(Spending, CountsEachRoundOfALoop) {
  EXPECT_THAT(reuses(std::string("while (ask()) ") + await),
              ElementsAre("awaited awaited in a loop"));
  EXPECT_THAT(reuses(std::string("while (ask()) { if (a) ") + await + "}"), IsEmpty());
  EXPECT_THAT(reuses(std::string("while (ask()) { ") + await + "break; }"), IsEmpty());
  EXPECT_THAT(reuses(std::string("bool go = true; while (go) { ") + await + "go = false; }"),
              IsEmpty());
}

} // namespace
} // namespace asynctidy::test
