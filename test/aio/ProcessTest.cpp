// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "NetTest.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace {

using aio::Coroutine;
namespace subprocess = aio::subprocess;

class ProcessTest : public NetTest {};

TEST_F(ProcessTest, CommunicatesWithAChild) {
  const auto outer = []() -> Coroutine<void> {
    auto process = co_await aio::create_subprocess_exec(
        {"cat"}, {.stdin_ = subprocess::pipe, .stdout_ = subprocess::pipe});
    EXPECT_GT(process.pid(), 0);
    EXPECT_FALSE(process.returncode());
    EXPECT_FALSE(process.stderr_stream());
    EXPECT_EQ(process.repr().c_str(), "<Process " + std::to_string(process.pid()) + ">");
    const std::string input(1'000'000, 'x');
    auto [out, err] = co_await process.communicate(input);
    EXPECT_TRUE(out == input);
    EXPECT_TRUE(err.empty());
    EXPECT_EQ(process.returncode(), 0);
    EXPECT_EQ(co_await process.wait(), 0);
    EXPECT_THROW(process.kill(), aio::ProcessLookupError);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, RunsShellCommands) {
  const auto outer = []() -> Coroutine<void> {
    auto process = co_await aio::create_subprocess_shell(
        "echo out; echo err >&2; exit 7",
        {.stdout_ = subprocess::pipe, .stderr_ = subprocess::pipe});
    auto [out, err] = co_await process.communicate();
    EXPECT_EQ(out, "out\n");
    EXPECT_EQ(err, "err\n");
    EXPECT_EQ(process.returncode(), 7);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, RedirectsStreams) {
  const auto outer = []() -> Coroutine<void> {
    auto process = co_await aio::create_subprocess_shell("cat; echo out; echo err >&2",
                                                         {.stdin_ = subprocess::devnull,
                                                          .stdout_ = subprocess::pipe,
                                                          .stderr_ = subprocess::stdout_});
    EXPECT_FALSE(process.stdin_stream());
    EXPECT_EQ((co_await process.communicate()).stdout_, "out\nerr\n");
    int ends[2];
    EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
    auto other = co_await aio::create_subprocess_exec({"echo", "x"}, {.stdout_ = ends[1]});
    EXPECT_EQ(co_await other.wait(), 0);
    char buffer[4] = {};
    EXPECT_EQ(read(ends[0], buffer, sizeof buffer), 2);
    EXPECT_STREQ(buffer, "x\n");
    close(ends[0]);
    close(ends[1]);
    EXPECT_EQ(co_await failure<aio::ValueError>(
                  aio::create_subprocess_exec({"true"}, {.stdout_ = subprocess::stdout_})),
              "STDOUT can only be used for stderr");
  };
  aio::run(outer());
}

TEST_F(ProcessTest, TalksWithAChildLineByLine) {
  const auto outer = []() -> Coroutine<void> {
    auto process = co_await aio::create_subprocess_shell(
        "while read line; do echo \"got $line\"; done",
        {.stdin_ = subprocess::pipe, .stdout_ = subprocess::pipe});
    for (const std::string line : {"one\n", "two\n"}) {
      process.stdin_stream().write(line);
      co_await process.stdin_stream().drain();
      EXPECT_EQ(co_await process.stdout_stream().readline(), "got " + line);
    }
    process.stdin_stream().close();
    co_await process.stdin_stream().wait_closed();
    EXPECT_EQ(co_await process.wait(), 0);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, IsEndedBySignals) {
  const auto outer = []() -> Coroutine<void> {
    const auto sleeper = [] { return aio::create_subprocess_exec({"sleep", "60"}); };
    auto terminated = co_await sleeper();
    auto killed = co_await sleeper();
    auto hung_up = co_await sleeper();
    auto waiting = aio::create_task(terminated.wait());
    co_await aio::sleep(0);
    EXPECT_FALSE(waiting.done());
    terminated.terminate();
    killed.kill();
    hung_up.send_signal(SIGHUP);
    EXPECT_EQ(co_await waiting, -SIGTERM);
    EXPECT_EQ(co_await killed.wait(), -SIGKILL);
    EXPECT_EQ(co_await hung_up.wait(), -SIGHUP);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, AWaitCanBeCancelled) {
  const auto outer = []() -> Coroutine<void> {
    auto process =
        co_await aio::create_subprocess_exec({"sleep", "60"}, {.stdout_ = subprocess::pipe});
    auto waiting = aio::create_task(process.wait());
    auto communicating = aio::create_task(process.communicate());
    co_await aio::sleep(1ms);
    waiting.cancel();
    communicating.cancel();
    EXPECT_THROW(co_await waiting, aio::CancelledError);
    EXPECT_THROW(co_await communicating, aio::CancelledError);
    EXPECT_FALSE(process.returncode());
    process.kill();
    EXPECT_EQ(co_await process.wait(), -SIGKILL);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, TellsWhatItCannotStart) {
  const auto outer = []() -> Coroutine<void> {
    EXPECT_EQ(co_await failure<aio::FileNotFoundError>(
                  aio::create_subprocess_exec({"no-such-program"}, {.stdout_ = subprocess::pipe})),
              "[Errno 2] No such file or directory: 'no-such-program'");
    EXPECT_EQ(co_await failure<aio::PermissionError>(aio::create_subprocess_exec({"/etc/passwd"})),
              "[Errno 13] Permission denied: '/etc/passwd'");
    EXPECT_EQ(co_await failure<aio::FileNotFoundError>(
                  aio::create_subprocess_exec({"true"}, {.cwd = "/no/such/place"})),
              "[Errno 2] No such file or directory: '/no/such/place'");
    EXPECT_EQ(co_await failure<aio::ValueError>(aio::create_subprocess_exec({})),
              "a program is needed");
  };
  aio::run(outer());
}

TEST_F(ProcessTest, RunsElsewhereWithAnotherEnvironment) {
  const auto outer = []() -> Coroutine<void> {
    const std::vector<std::string> arguments = {"/bin/sh", "-c", "pwd; echo $NAME $HOME"};
    auto process = co_await aio::create_subprocess_exec(
        arguments, {.stdout_ = subprocess::pipe, .cwd = "/usr", .env = {"NAME=value"}});
    EXPECT_EQ((co_await process.communicate()).stdout_, "/usr\nvalue\n");
  };
  aio::run(outer());
}

TEST_F(ProcessTest, AChildThatDoesNotReadIsNoError) {
  const auto outer = []() -> Coroutine<void> {
    auto process = co_await aio::create_subprocess_exec({"true"}, {.stdin_ = subprocess::pipe});
    co_await process.communicate(std::string(1'000'000, 'x'));
    EXPECT_EQ(process.returncode(), 0);
  };
  aio::run(outer());
}

TEST_F(ProcessTest, OneThatRunsWhenItsLoopClosesIsKilled) {
  aio::Process process;
  const auto outer = [&]() -> Coroutine<void> {
    process = co_await aio::create_subprocess_exec(
        {"sleep", "60"}, {.stdin_ = subprocess::pipe, .stdout_ = subprocess::pipe});
  };
  aio::run(outer(), {.debug = false});
  aio::run(outer(), {.debug = true});
  expect_report("ResourceWarning: subprocess " + std::to_string(process.pid()) +
                " is still running");
  EXPECT_EQ(process.returncode(), -SIGKILL);
  process = {};
}

} // namespace
