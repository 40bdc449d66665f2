// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Barrier;
using aio::Coroutine;

class BarrierTest : public AioTest {};

Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i)
    co_await aio::sleep(0);
}

Coroutine<void> passes(Barrier barrier, std::string &log, std::string name) {
  try {
    const int index = co_await barrier.wait();
    log += name + std::to_string(index) + ' ';
  } catch (const aio::BrokenBarrierError &error) {
    log += name + ": " + error.what() + ", ";
  }
}

TEST_F(BarrierTest, LetsAllGoWhenTheLastHasCome) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(3);
    EXPECT_EQ(barrier.parties(), 3);
    const auto a = aio::create_task(passes(barrier, log, "a"));
    const auto b = aio::create_task(passes(barrier, log, "b"));
    co_await turns(5);
    EXPECT_EQ(log, "");
    EXPECT_EQ(barrier.n_waiting(), 2);
    EXPECT_TRUE(std::string(barrier.repr().c_str()).ends_with(" [filling, waiters:2/3]>"));
    co_await passes(barrier, log, "c");
    EXPECT_EQ(barrier.n_waiting(), 0);
    co_await aio::gather(a, b);
  };
  aio::run(main());
  EXPECT_EQ(log, "c2 a0 b1 ");
}

TEST_F(BarrierTest, ServesRoundAfterRound) {
  int sum = 0;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(2);
    const auto work = [&]() -> Coroutine<void> {
      for (int round = 0; round < 5; ++round)
        sum += co_await barrier.wait();
    };
    co_await aio::gather(work(), work());
    EXPECT_EQ(barrier.n_waiting(), 0);
  };
  aio::run(main());
  EXPECT_EQ(sum, 5);
}

TEST_F(BarrierTest, TheNextRoundWaitsUntilAllHaveLeft) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(2);
    const auto a = aio::create_task(passes(barrier, log, "a"));
    co_await turns(3);
    co_await passes(barrier, log, "b");
    EXPECT_TRUE(std::string(barrier.repr().c_str()).ends_with(" [draining, waiters:0/2]>"));
    const auto c = aio::create_task(passes(barrier, log, "c"));
    co_await a;
    co_await passes(barrier, log, "d");
    co_await c;
  };
  aio::run(main());
  EXPECT_EQ(log, "b1 a0 d1 c0 ");
}

TEST_F(BarrierTest, ACancelledWaiterLeaves) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(2);
    const auto a = aio::create_task(passes(barrier, log, "a"));
    co_await turns(3);
    a.cancel();
    co_await turns(3);
    EXPECT_TRUE(a.cancelled());
    EXPECT_EQ(barrier.n_waiting(), 0);
    co_await aio::gather(passes(barrier, log, "b"), passes(barrier, log, "c"));
  };
  aio::run(main());
  EXPECT_EQ(log, "c1 b0 ");
}

TEST_F(BarrierTest, ResetBreaksForThoseWhoWaitOnly) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(2);
    co_await barrier.reset();
    const auto a = aio::create_task(passes(barrier, log, "a"));
    co_await turns(3);
    co_await barrier.reset();
    EXPECT_TRUE(std::string(barrier.repr().c_str()).ends_with(" [resetting, waiters:0/2]>"));
    co_await a;
    EXPECT_FALSE(barrier.broken());
    co_await aio::gather(passes(barrier, log, "b"), passes(barrier, log, "c"));
  };
  aio::run(main());
  EXPECT_EQ(log, "a: Abort or reset of barrier, c1 b0 ");
}

TEST_F(BarrierTest, AbortBreaksUntilReset) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(2);
    const auto a = aio::create_task(passes(barrier, log, "a"));
    co_await turns(3);
    co_await barrier.abort();
    EXPECT_TRUE(barrier.broken());
    EXPECT_TRUE(std::string(barrier.repr().c_str()).ends_with(" [broken]>"));
    co_await a;
    co_await passes(barrier, log, "b");
    co_await barrier.reset();
    EXPECT_FALSE(barrier.broken());
    co_await aio::gather(passes(barrier, log, "c"), passes(barrier, log, "d"));
  };
  aio::run(main());
  EXPECT_EQ(log, "a: Abort or reset of barrier, b: Barrier aborted, d1 c0 ");
}

TEST_F(BarrierTest, NeedsParties) {
  EXPECT_EQ(message_of<aio::ValueError>([] { Barrier(0); }), "parties must be > 0");
}

TEST_F(BarrierTest, EnterGivesTheNumber) {
  const auto main = []() -> Coroutine<void> {
    const Barrier barrier(1);
    const Barrier copy = barrier;
    EXPECT_EQ(barrier, copy);
    EXPECT_EQ(co_await barrier.enter(), 0);
    EXPECT_FALSE(co_await barrier.exit(nullptr));
  };
  aio::run(main());
}

TEST_F(BarrierTest, MayBeWaitedForWhenTheLoopCloses) {
  aio::EventLoop loop;
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Barrier barrier(3);
    aio::create_task(passes(barrier, log, "a"));
    aio::create_task(passes(barrier, log, "b"));
    co_await turns(3);
  };
  loop.run_until_complete(main());
  loop.close();
  expect_report("Task was destroyed but it is pending!");
  expect_report("Task was destroyed but it is pending!");
  EXPECT_EQ(log, "");
}

} // namespace
