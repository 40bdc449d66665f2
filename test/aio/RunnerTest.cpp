// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <atomic>
#include <thread>

namespace {

using aio::Coroutine;
using aio::Runner;

class RunnerTest : public AioTest {};

Coroutine<void> nothing() { co_return; }
Coroutine<int> number(int value) { co_return value; }

TEST_F(RunnerTest, RunsMoreThanOnceOnTheSameLoop) {
  Runner runner;
  std::string log;
  const auto first = [&]() -> Coroutine<void> {
    EXPECT_EQ(&aio::get_running_loop(), &runner.get_loop());
    aio::get_running_loop().call_later(1ms, [&] { log += "later "; });
    co_return;
  };
  const auto second = [&]() -> Coroutine<int> {
    co_await aio::sleep(2ms);
    log += "second";
    co_return 2;
  };
  runner.run(first());
  EXPECT_EQ(runner.run(second()), 2);
  EXPECT_EQ(log, "later second");
}

TEST_F(RunnerTest, RefusesEverythingOnceClosed) {
  Runner runner;
  EXPECT_EQ(runner.run(number(1)), 1);
  runner.close();
  runner.close();
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { runner.get_loop(); }), "Runner is closed");
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { runner.run(nothing()); }), "Runner is closed");
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(RunnerTest, CannotRunOrBeClosedWhereALoopRuns) {
  const auto outer = []() -> Coroutine<void> {
    Runner runner;
    EXPECT_EQ(message_of<aio::RuntimeError>([&] { runner.run(nothing()); }),
              "Runner.run() cannot be called from a running event loop");
    EXPECT_EQ(message_of<aio::RuntimeError>([&] { runner.close(); }),
              "Cannot run the event loop while another loop is running");
    co_return;
  };
  aio::run(outer());
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(RunnerTest, ItsEndCancelsWhatIsLeft) {
  std::string log;
  const auto worker = [&]() -> Coroutine<void> {
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      log += "cancelled";
      throw;
    }
  };
  const auto outer = [&]() -> Coroutine<void> {
    aio::create_task(worker());
    co_await aio::sleep(0);
  };
  {
    Runner runner;
    runner.run(outer());
    EXPECT_EQ(log, "");
  }
  EXPECT_EQ(log, "cancelled");
}

TEST_F(RunnerTest, ItsEndWaitsForTheDefaultExecutor) {
  std::atomic<bool> ended = false;
  const auto outer = [&]() -> Coroutine<void> {
    aio::get_running_loop().run_in_executor([&] {
      std::this_thread::sleep_for(5ms);
      ended = true;
    });
    co_return;
  };
  aio::run(outer());
  EXPECT_TRUE(ended);
}

TEST_F(RunnerTest, TakesDebugModeFromItsOptions) {
  EXPECT_TRUE(Runner({.debug = true}).get_loop().get_debug());
  EXPECT_FALSE(Runner({.debug = false}).get_loop().get_debug());
}

TEST_F(RunnerTest, MayHaveAVirtualClock) {
  Runner runner;
  const aio::testing::VirtualClock clock(runner.get_loop());
  runner.run(aio::sleep(3600));
  EXPECT_EQ(runner.get_loop().time(), 3600);
}

} // namespace
