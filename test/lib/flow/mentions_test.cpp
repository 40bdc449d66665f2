// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Mentions.h"

namespace asynctidy::test {
namespace {

using enum flow::How;
using flow::Mention;
using testing::ElementsAre;

/// What `f` does with its variable `t`, in the order of the code.
std::vector<Mention> mentions(const std::string &body) {
  static std::vector<std::unique_ptr<Analysed>> kept;
  kept.push_back(std::make_unique<Analysed>(R"(
struct Box { void close(); explicit operator bool() const; int field; Box *operator->(); };
void take(int, test::Task<>);
void look(const Box &);
struct Owner { test::Task<> t; };
template <class T> T copy(T t) { return t; }
test::Task<> f(Box t, Box *p, test::Task<> task, int n) {)" +
                                            body + "\n}\n"));
  Analysed &code = *kept.back();
  std::vector<Mention> result;
  for (const Mention &mention : flow::Mentions(*code.function("f").body).all())
    result.push_back(mention);
  return result;
}

std::vector<flow::How> hows(const std::string &body) {
  std::vector<flow::How> result;
  for (const Mention &mention : mentions(body))
    result.push_back(mention.how);
  return result;
}

TEST(MentionsTest, SayWhatIsDoneWithATask) {
  EXPECT_THAT(hows("co_await std::move(task);"), ElementsAre(Awaited));
  EXPECT_THAT(hows("co_await task;"), ElementsAre(Awaited));
  EXPECT_THAT(hows("take(1, std::move(task)); co_return;"), ElementsAre(Passed));
  EXPECT_THAT(hows("auto u = std::move(task); co_return;"), ElementsAre(Moved));
  EXPECT_THAT(hows("auto &u = task; co_return;"), ElementsAre(Aliased));
  EXPECT_THAT(hows("auto *u = &task; co_return;"), ElementsAre(Aliased));
  EXPECT_THAT(hows("Owner o{std::move(task)}; co_return;"), ElementsAre(Passed));
  EXPECT_THAT(hows("auto l = [&task] {}; co_return;"), ElementsAre(Captured));
  EXPECT_THAT(hows("auto l = [u = std::move(task)] {}; co_return;"), ElementsAre(Captured));
  EXPECT_THAT(hows("(void)task; co_return;"), ElementsAre(Ignored));
  EXPECT_THAT(hows("task; co_return;"), ElementsAre(Ignored));
  EXPECT_THAT(hows("static_cast<void>(sizeof(task)); co_return;"), ElementsAre());
}

TEST(MentionsTest, SayWhatIsDoneWithAnObject) {
  EXPECT_THAT(hows("t.close(); co_return;"), ElementsAre(Method));
  EXPECT_THAT(hows("p->close(); co_return;"), ElementsAre(Method));
  EXPECT_THAT(hows("t->close(); co_return;"), ElementsAre(Method));
  EXPECT_THAT(hows("if (t) co_return;"), ElementsAre(Tested));
  EXPECT_THAT(hows("if (!p) co_return;"), ElementsAre(Tested));
  EXPECT_THAT(hows("if (p == nullptr) co_return;"), ElementsAre(Tested));
  EXPECT_THAT(hows("t = Box(); co_return;"), ElementsAre(Assigned));
  EXPECT_THAT(hows("p = nullptr; ++n; n += 2; co_return;"),
              ElementsAre(Assigned, Increased, Increased));
  EXPECT_THAT(hows("int m = t.field; co_return;"), ElementsAre(Read));
  EXPECT_THAT(hows("look(t); co_return;"), ElementsAre(Passed));
  EXPECT_THAT(hows("Box u = t; co_return;"), ElementsAre(Copied));
}

TEST(MentionsTest, KnowTheCallAndTheArgument) {
  const std::vector<Mention> found = mentions("take(n, std::move(task)); co_return;");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].argument, 0U);
  EXPECT_EQ(found[1].argument, 1U);
  EXPECT_TRUE(found[1].moved);
  EXPECT_NE(found[1].call, nullptr);
}

TEST(MentionsTest, KnowThatAPointerWasFollowed) {
  EXPECT_TRUE(mentions("p->close(); co_return;").at(0).dereferenced);
  EXPECT_TRUE(mentions("t->close(); co_return;").at(0).dereferenced);
  EXPECT_TRUE(mentions("(*p).close(); co_return;").at(0).dereferenced);
  EXPECT_FALSE(mentions("t.close(); co_return;").at(0).dereferenced);
}

TEST(MentionsTest, KnowCapturesByReference) {
  EXPECT_TRUE(mentions("auto l = [&] { t.close(); }; co_return;").at(0).byReference);
  EXPECT_FALSE(mentions("auto l = [t]() mutable { t.close(); }; co_return;").at(0).byReference);
}

} // namespace
} // namespace asynctidy::test
