// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysed.h"

#include "flow/Words.h"

namespace asynctidy::test {
namespace {

const std::string head = R"(
void open(); void async_open_file(); void openFileAsync(); void co_connect(); void reopen();
void aclose(); void closeAll(); void stop(); void shutdown(); void startUp(); void restart();
void resume_on(); void switchTo(); void drain(); void schedule(); void schedule_after();
struct ResumeOn { ResumeOn(int); };
class ThreadPool; class static_thread_pool; class Threads;
struct Executor { template <class F> void execute(F); };
struct Derived : Executor {};
struct Other { void run(); };
struct Operator { void operator()(); };
)";

class WordsTest : public testing::Test {
protected:
  const clang::FunctionDecl &function(llvm::StringRef name) {
    return code_.snippet().function(name);
  }
  const clang::CXXRecordDecl &record(llvm::StringRef name) {
    return code_.snippet().find<clang::CXXRecordDecl>(name);
  }
  Analysed code_{head};
};

TEST_F(WordsTest, OfANameAreItsVerbAndTheRest) {
  for (const char *name : {"async_open_file", "openFileAsync"}) {
    EXPECT_EQ(flow::nameOf(function(name)).verb, "open") << name;
    EXPECT_EQ(flow::nameOf(function(name)).rest, "file") << name;
  }
  EXPECT_EQ(flow::nameOf(function("co_connect")).verb, "connect");
  EXPECT_EQ(flow::nameOf(function("Operator::operator()")).verb, "");
}

TEST_F(WordsTest, ThatReportsRestOnAreFew) {
  EXPECT_TRUE(flow::saysThatItOpens(flow::nameOf(function("open"))));
  EXPECT_FALSE(flow::saysThatItOpens(flow::nameOf(function("startUp"))));
  EXPECT_FALSE(flow::saysThatItOpens(flow::nameOf(function("reopen"))));
  EXPECT_TRUE(flow::saysThatItCloses(flow::nameOf(function("aclose"))));
  EXPECT_FALSE(flow::saysThatItCloses(flow::nameOf(function("stop"))));
  EXPECT_TRUE(flow::saysThatItGivesBack(function("stop")));
  EXPECT_FALSE(flow::saysThatItGivesBack(function("shutdown")));
  EXPECT_FALSE(flow::saysThatItGivesBack(function("closeAll")));
}

TEST_F(WordsTest, ThatKeepSilentAreMany) {
  EXPECT_TRUE(flow::mayGiveBack(function("shutdown")));
  EXPECT_FALSE(flow::mayGiveBack(function("drain")));
  EXPECT_TRUE(flow::mayOpen(function("startUp")));
  EXPECT_FALSE(flow::mayOpen(function("restart")));
}

TEST_F(WordsTest, OfPoolsAndExecutors) {
  EXPECT_TRUE(flow::saysThatItIsAThreadPool(record("ThreadPool")));
  EXPECT_TRUE(flow::saysThatItIsAThreadPool(record("static_thread_pool")));
  EXPECT_FALSE(flow::saysThatItIsAThreadPool(record("Threads")));
  EXPECT_TRUE(flow::saysThatItMoves(function("resume_on")));
  EXPECT_TRUE(flow::saysThatItMoves(function("switchTo")));
  EXPECT_TRUE(flow::saysThatItMoves(function("ResumeOn::ResumeOn")));
  EXPECT_FALSE(flow::saysThatItMoves(function("drain")));
  EXPECT_TRUE(flow::mayRunCallables(&record("Derived")));
  EXPECT_FALSE(flow::mayRunCallables(&record("Other")));
  EXPECT_FALSE(flow::mayRunCallables(nullptr));
  EXPECT_TRUE(flow::saysThatItSchedules(function("schedule")));
  EXPECT_FALSE(flow::saysThatItSchedules(function("schedule_after")));
}

} // namespace
} // namespace asynctidy::test
