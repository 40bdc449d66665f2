// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::BoundedSemaphore;
using aio::Coroutine;
using aio::Semaphore;

class SemaphoreTest : public AioTest {};

Coroutine<void> takes(Semaphore semaphore, std::string &log, std::string name) {
  EXPECT_TRUE(co_await semaphore.acquire());
  log += name + ' ';
}

TEST_F(SemaphoreTest, LetsSoManyInAtATime) {
  int inside = 0;
  int most = 0;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(3);
    const auto use = [&]() -> Coroutine<void> {
      const auto guard = co_await semaphore.scoped();
      most = std::max(most, ++inside);
      co_await aio::sleep(0);
      --inside;
    };
    std::vector<aio::Task<>> tasks;
    for (int i = 0; i < 10; ++i)
      tasks.push_back(aio::create_task(use()));
    co_await aio::gather(std::move(tasks));
    EXPECT_TRUE(std::string(semaphore.repr().c_str()).ends_with(" [unlocked, value:3]>"));
  };
  aio::run(main());
  EXPECT_EQ(most, 3);
  EXPECT_EQ(inside, 0);
}

TEST_F(SemaphoreTest, IsLockedAtZero) {
  const auto main = []() -> Coroutine<void> {
    const Semaphore semaphore;
    const Semaphore copy = semaphore;
    EXPECT_EQ(semaphore, copy);
    EXPECT_FALSE(semaphore.locked());
    co_await semaphore.acquire();
    EXPECT_TRUE(copy.locked());
    semaphore.release();
    EXPECT_FALSE(semaphore.locked());
    EXPECT_TRUE(Semaphore(0).locked());
  };
  aio::run(main());
}

TEST_F(SemaphoreTest, RefusesValuesBelowZero) {
  EXPECT_EQ(message_of<aio::ValueError>([] { Semaphore(-1); }),
            "Semaphore initial value must be >= 0");
  EXPECT_EQ(message_of<aio::ValueError>([] { BoundedSemaphore(-1); }),
            "Semaphore initial value must be >= 0");
}

TEST_F(SemaphoreTest, ReleaseGrowsItUnlessItIsBounded) {
  const Semaphore semaphore(1);
  semaphore.release();
  EXPECT_TRUE(std::string(semaphore.repr().c_str()).ends_with(" [unlocked, value:2]>"));
  EXPECT_EQ(message_of<aio::ValueError>([] { BoundedSemaphore(1).release(); }),
            "BoundedSemaphore released too many times");
  const auto main = []() -> Coroutine<void> {
    const BoundedSemaphore bounded(2);
    co_await bounded.acquire();
    bounded.release();
    EXPECT_THROW(bounded.release(), aio::ValueError);
  };
  aio::run(main());
}

TEST_F(SemaphoreTest, WhoWaitsComesFirst) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(0);
    const auto a = aio::create_task(takes(semaphore, log, "a"));
    const auto b = aio::create_task(takes(semaphore, log, "b"));
    co_await aio::sleep(0);
    semaphore.release();
    semaphore.release();
    // Both units are promised.
    EXPECT_TRUE(semaphore.locked());
    const auto late = aio::create_task(takes(semaphore, log, "late"));
    co_await aio::gather(a, b);
    co_await aio::sleep(0);
    EXPECT_FALSE(late.done());
    semaphore.release();
    co_await late;
  };
  aio::run(main());
  EXPECT_EQ(log, "a b late ");
}

TEST_F(SemaphoreTest, WhoHadToQueueBehindAWokenWaiterGetsWhatIsLeft) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(0);
    const auto a = aio::create_task(takes(semaphore, log, "a"));
    co_await aio::sleep(0);
    for (int i = 0; i < 4; ++i)
      semaphore.release();
    const auto b = aio::create_task(takes(semaphore, log, "b"));
    const auto direct = takes(semaphore, log, "c");
    // There is something left, but a is woken and has yet to run.
    EXPECT_TRUE(semaphore.locked());
    co_await takes(semaphore, log, "d");
    co_await aio::gather(a, b);
    EXPECT_FALSE(semaphore.locked());
    const_cast<Coroutine<void> &>(direct).close();
    EXPECT_TRUE(std::string(semaphore.repr().c_str()).ends_with(" [unlocked, value:1]>"));
  };
  aio::run(main());
  EXPECT_EQ(log, "a d b ");
}

TEST_F(SemaphoreTest, ACancelledWaiterLeavesTheLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(0);
    const auto a = aio::create_task(takes(semaphore, log, "a"));
    const auto b = aio::create_task(takes(semaphore, log, "b"));
    co_await aio::sleep(0);
    a.cancel();
    semaphore.release();
    co_await b;
    EXPECT_TRUE(a.cancelled());
    EXPECT_TRUE(std::string(semaphore.repr().c_str()).ends_with(" [locked]>"));
  };
  aio::run(main());
  EXPECT_EQ(log, "b ");
}

TEST_F(SemaphoreTest, AWaiterThatIsCancelledAfterItWasWokenPassesTheUnitOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(0);
    const auto a = aio::create_task(takes(semaphore, log, "a"));
    const auto b = aio::create_task(takes(semaphore, log, "b"));
    co_await aio::sleep(0);
    semaphore.release();
    a.cancel();
    co_await b;
    EXPECT_TRUE(a.cancelled());
    semaphore.release();
    EXPECT_TRUE(std::string(semaphore.repr().c_str()).ends_with(" [unlocked, value:1]>"));
  };
  aio::run(main());
  EXPECT_EQ(log, "b ");
}

TEST_F(SemaphoreTest, CancellationOfTheWokenDoesNotStrandLaterUnits) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Semaphore semaphore(0);
    const auto a = aio::create_task(takes(semaphore, log, "a"));
    co_await aio::sleep(0);
    a.cancel();
    semaphore.release();
    // a is still in line, though cancelled, and no obstacle.
    co_await takes(semaphore, log, "b");
    EXPECT_FALSE(a.done());
    co_await aio::sleep(0);
    EXPECT_TRUE(a.cancelled());
  };
  aio::run(main());
  EXPECT_EQ(log, "b ");
}

TEST_F(SemaphoreTest, EnterAndExit) {
  const auto main = []() -> Coroutine<void> {
    const Semaphore semaphore;
    co_await semaphore.enter();
    EXPECT_TRUE(semaphore.locked());
    EXPECT_FALSE(co_await semaphore.exit(nullptr));
    EXPECT_FALSE(semaphore.locked());
  };
  aio::run(main());
}

TEST_F(SemaphoreTest, Repr) {
  const std::string plain = Semaphore(0).repr().c_str();
  EXPECT_TRUE(plain.starts_with("<aio::Semaphore object at 0x")) << plain;
  EXPECT_TRUE(plain.ends_with(" [locked]>")) << plain;
  const std::string bounded = BoundedSemaphore(2).repr().c_str();
  EXPECT_TRUE(bounded.starts_with("<aio::BoundedSemaphore object at 0x")) << bounded;
  EXPECT_TRUE(bounded.ends_with(" [unlocked, value:2]>")) << bounded;
}

} // namespace
