// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <atomic>
#include <thread>

namespace {

using aio::Coroutine;
using aio::testing::VirtualClock;

class VirtualClockTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  aio::EventLoop loop;
};

TEST_F(VirtualClockTest, BeginsAtZeroAndJumpsToEachTimer) {
  const VirtualClock clock(loop);
  EXPECT_EQ(loop.time(), 0);
  std::vector<double> times;
  for (const double when : {0.3, 1e6, 0.1, 48 * 3600.0})
    loop.call_at(when, [&] { times.push_back(loop.time()); });
  loop.call_at(2e6, [&] { loop.stop(); });
  loop.run_forever();
  EXPECT_EQ(times, (std::vector<double>{0.1, 0.3, 48 * 3600.0, 1e6}));
  EXPECT_EQ(loop.time(), 2e6);
}

TEST_F(VirtualClockTest, StandsStillWhileSomethingIsReady) {
  const VirtualClock clock(loop);
  const auto program = [&]() -> Coroutine<double> {
    auto sleeper = aio::create_task(aio::sleep(10));
    for (int i = 0; i < 100; ++i)
      co_await aio::sleep(0);
    EXPECT_EQ(loop.time(), 0);
    co_await sleeper;
    co_return loop.time();
  };
  EXPECT_EQ(loop.run_until_complete(program()), 10);
}

TEST_F(VirtualClockTest, AdvancesAsACallThatBlocks) {
  const VirtualClock clock(loop);
  std::string log;
  loop.call_later(1, [&] { log += 'a'; });
  loop.call_later(2, [&] { log += 'b'; });
  loop.call_later(3, [&] { loop.stop(); });
  loop.call_soon([&] { clock.advance(2.5); });
  loop.call_later(2.25, [&] {
    EXPECT_EQ(log, "ab");
    EXPECT_EQ(loop.time(), 2.5);
  });
  loop.run_forever();
  EXPECT_EQ(loop.time(), 3);
}

TEST_F(VirtualClockTest, WaitsForWorkInThreads) {
  const VirtualClock clock(loop);
  const auto program = [&]() -> Coroutine<void> {
    bool late = false;
    const auto timer = loop.call_later(3600, [&] { late = true; });
    co_await aio::to_thread([] { std::this_thread::sleep_for(5ms); });
    EXPECT_FALSE(late);
    EXPECT_GT(loop.time(), 0);
    timer.cancel();
  };
  loop.run_until_complete(program());
}

TEST_F(VirtualClockTest, RunsTimersWhileThreadsWork) {
  const VirtualClock clock(loop);
  const auto program = [&]() -> Coroutine<void> {
    std::atomic<bool> open = false;
    loop.call_later(0.005, [&] { open = true; });
    co_await aio::to_thread([&] {
      while (!open)
        std::this_thread::sleep_for(1ms);
    });
  };
  loop.run_until_complete(program());
  EXPECT_GE(loop.time(), 0.005);
}

TEST_F(VirtualClockTest, CannotBeSetWhenTimersWait) {
  const auto timer = loop.call_later(1, [] {});
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { VirtualClock clock(loop); }),
            "the clock cannot be changed while timers wait");
}

} // namespace
