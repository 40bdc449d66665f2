// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;

class RunTest : public AioTest {};

Coroutine<void> nothing() { co_return; }

TEST_F(RunTest, ThrowsWhatTheCoroutineThrows) {
  const auto fails = []() -> Coroutine<int> {
    throw std::runtime_error("boom");
    co_return 1;
  };
  EXPECT_EQ(message_of<std::runtime_error>([&] { aio::run(fails()); }), "boom");
}

TEST_F(RunTest, CannotBeCalledWhereALoopRuns) {
  const auto outer = []() -> Coroutine<std::string> {
    co_return message_of<aio::RuntimeError>([] { aio::run(nothing()); });
  };
  EXPECT_EQ(aio::run(outer()), "aio::run() cannot be called from a running event loop");
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(RunTest, CancelsTheTasksThatAreLeft) {
  std::string log;
  const auto worker = [&]() -> Coroutine<void> {
    std::exception_ptr cancellation;
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      log += "cancelled ";
      cancellation = std::current_exception();
    }
    co_await aio::sleep(1ms);
    log += "cleaned up";
    std::rethrow_exception(cancellation);
  };
  const auto outer = [&]() -> Coroutine<void> {
    aio::create_task(worker());
    co_await aio::sleep(0);
  };
  aio::run(outer());
  EXPECT_EQ(log, "cancelled cleaned up");
}

TEST_F(RunTest, ReportsWhatTasksThrowWhenTheyAreCancelledAtTheEnd) {
  const auto worker = []() -> Coroutine<void> {
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      throw std::runtime_error("on shutdown");
    }
  };
  const auto outer = [&]() -> Coroutine<void> {
    aio::create_task(worker(), "worker");
    co_await aio::sleep(0);
  };
  aio::run(outer());
  expect_report("unhandled exception during aio::run() shutdown; task: <Task finished "
                "name='worker'");
}

TEST_F(RunTest, SleepsAndReturnsTheGivenResult) {
  const auto outer = []() -> Coroutine<int> {
    auto &loop = aio::get_running_loop();
    const aio::testing::VirtualClock clock(loop);
    const int result = co_await aio::sleep(5h, 9);
    EXPECT_EQ(loop.time(), 5 * 3600);
    co_return result;
  };
  EXPECT_EQ(aio::run(outer()), 9);
}

TEST_F(RunTest, SleepingForNoTimeLetsTheOthersRunOnce) {
  NEEDS_ORDER();
  std::string log;
  const auto worker = [&](char letter) -> Coroutine<void> {
    for (int i = 0; i < 3; ++i) {
      log += letter;
      co_await aio::sleep(0);
    }
  };
  const auto outer = [&]() -> Coroutine<void> { co_await aio::gather(worker('a'), worker('b')); };
  aio::run(outer());
  EXPECT_EQ(log, "ababab");
}

} // namespace
