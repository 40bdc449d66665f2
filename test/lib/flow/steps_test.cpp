// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Steps.h"

namespace asynctidy::test {
namespace {

using flow::Unchained;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = R"(
struct [[clang::annotate("asynctidy::task")]] Job {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  void cancel();
};
Job start(test::Task<>);
struct File {
  test::Task<> open();
  test::Task<> open_mirror();
  test::Task<> write(int);
  test::Task<> close();
  test::Task<> asyncClose();
  [[clang::annotate("asynctidy::closes")]] test::Task<> finish();
  test::Task<> size() const;
};
struct Text { Text(const Text &); };
test::Task<> fill(Text &text);
test::Task<> parse(Text text);
test::Task<> watch(const Text &text);
test::Task<> openLog(); test::Task<> writeLog(); test::Task<> closeLog(); test::Task<> closeDoor();
void gather(Job &, Job &);
)";

/// The dependences of the steps in a coroutine `f` with this body: why, and what is shared.
std::vector<std::string> unchained(const std::string &body) {
  Analysed code(head + ("test::Task<> f(File &file, File &other, Text &text) {" + body +
                        "\n co_return; }\n"));
  std::vector<std::string> result;
  for (const Unchained &each : flow::unchainedSteps(code.function("f"), code.unit())) {
    std::string why = each.why == Unchained::Opens    ? "opens"
                      : each.why == Unchained::Closes ? "closes"
                                                      : "copies";
    result.push_back(why + " " + each.first.callee->getNameAsString() + " " +
                     each.second.callee->getNameAsString() +
                     (each.shared ? " " + each.shared->getNameAsString() : ""));
  }
  return result;
}

TEST(Steps, DependOnWhatOpensTheirObject) {
  EXPECT_THAT(unchained("start(file.open()); start(file.write(1));"),
              ElementsAre("opens open write file"));
  EXPECT_THAT(unchained("start(file.open()); start(other.write(1));"), IsEmpty());
  EXPECT_THAT(unchained("start(file.open_mirror()); start(file.write(1));"), IsEmpty());
}

TEST(Steps, DependOnWhatClosesTheirObject) {
  EXPECT_THAT(unchained("start(file.write(1)); start(file.close());"),
              ElementsAre("closes write close file"));
  EXPECT_THAT(unchained("start(file.write(1)); start(file.asyncClose());"),
              ElementsAre("closes write asyncClose file"));
  EXPECT_THAT(unchained("start(file.write(1)); start(file.finish());"),
              ElementsAre("closes write finish file"));
  EXPECT_THAT(unchained("start(file.size()); start(file.close());"), IsEmpty());
}

TEST(Steps, DependOnTheVariableThatTheyHaveACopyOf) {
  EXPECT_THAT(unchained("start(fill(text)); start(parse(text));"),
              ElementsAre("copies fill parse text"));
  EXPECT_THAT(unchained("start(parse(text)); start(fill(text));"), IsEmpty());
  EXPECT_THAT(unchained("start(fill(text)); start(watch(text));"), IsEmpty());
}

TEST(Steps, OfASequenceByTheirNames) {
  EXPECT_THAT(unchained("start(openLog()); start(writeLog()); start(closeLog());"),
              ElementsAre("opens openLog writeLog"));
  EXPECT_THAT(unchained("start(openLog()); start(writeLog()); start(closeDoor());"), IsEmpty());
}

TEST(Steps, AreInOrderWithASuspensionBetweenThem) {
  EXPECT_THAT(unchained("start(file.open()); co_await start(file.write(1));"), IsEmpty());
  EXPECT_THAT(unchained("co_await start(file.open()); start(file.write(1));"), IsEmpty());
  EXPECT_THAT(unchained("start(file.open()); co_await fill(text); start(file.write(1));"),
              IsEmpty());
  EXPECT_THAT(unchained("start(file.open()); { start(file.write(1)); }"), IsEmpty());
}

TEST(Steps, MayBeSomebodyElsesByTheirHandle) {
  EXPECT_THAT(unchained("auto a = start(file.open()); auto b = start(file.write(1)); co_await a; "
                        "co_await b;"),
              ElementsAre("opens open write file"));
  EXPECT_THAT(
      unchained("auto a = start(file.open()); auto b = start(file.write(1)); gather(a, b);"),
      IsEmpty());
}

} // namespace
} // namespace asynctidy::test
