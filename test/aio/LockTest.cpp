// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Event;
using aio::Lock;
using aio::Task;

class LockTest : public AioTest {};
class EventTest : public AioTest {};

Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i)
    co_await aio::sleep(0);
}

Coroutine<void> use(Lock lock, std::string &log, std::string name) {
  auto guard = co_await lock.scoped();
  log += name + "( ";
  co_await turns(2);
  log += name + ") ";
}

TEST_F(LockTest, IsFreeAtFirst) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    EXPECT_FALSE(lock.locked());
    EXPECT_TRUE(co_await lock.acquire());
    EXPECT_TRUE(lock.locked());
    lock.release();
    EXPECT_FALSE(lock.locked());
  };
  aio::run(main());
}

TEST_F(LockTest, ReleaseOfAFreeOneThrows) {
  EXPECT_EQ(message_of<aio::RuntimeError>([] { Lock().release(); }), "Lock is not acquired.");
}

TEST_F(LockTest, LetsOneInAtATimeInOrder) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await aio::gather(use(lock, log, "a"), use(lock, log, "b"), use(lock, log, "c"));
    EXPECT_FALSE(lock.locked());
  };
  aio::run(main());
  EXPECT_EQ(log, "a( a) b( b) c( c) ");
}

TEST_F(LockTest, CopiesAreTheSameLock) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    const Lock copy = lock;
    EXPECT_EQ(lock, copy);
    EXPECT_FALSE(lock == Lock());
    co_await lock.acquire();
    EXPECT_TRUE(copy.locked());
    copy.release();
  };
  aio::run(main());
}

TEST_F(LockTest, NobodyOvertakesTheOneThatIsWoken) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await lock.acquire();
    const auto first = aio::create_task(use(lock, log, "first"));
    co_await aio::sleep(0);
    lock.release();
    EXPECT_FALSE(lock.locked());
    // It is free, but the first in line was promised it.
    co_await use(lock, log, "late");
    co_await first;
  };
  aio::run(main());
  EXPECT_EQ(log, "first( first) late( late) ");
}

TEST_F(LockTest, ACancelledWaiterLeavesTheLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await lock.acquire();
    const auto first = aio::create_task(use(lock, log, "first"));
    const auto second = aio::create_task(use(lock, log, "second"));
    co_await aio::sleep(0);
    first.cancel();
    co_await aio::sleep(0);
    EXPECT_TRUE(first.cancelled());
    lock.release();
    co_await second;
  };
  aio::run(main());
  EXPECT_EQ(log, "second( second) ");
}

TEST_F(LockTest, AWaiterThatIsCancelledAfterItWasWokenPassesTheLockOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await lock.acquire();
    const auto first = aio::create_task(use(lock, log, "first"));
    const auto second = aio::create_task(use(lock, log, "second"));
    co_await aio::sleep(0);
    lock.release();
    first.cancel();
    co_await second;
    EXPECT_TRUE(first.cancelled());
    EXPECT_FALSE(lock.locked());
  };
  aio::run(main());
  EXPECT_EQ(log, "second( second) ");
}

TEST_F(LockTest, IsTakenAtOnceIfAllThatWaitAreCancelled) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await lock.acquire();
    const auto waiter = aio::create_task(use(lock, log, "waiter"));
    co_await aio::sleep(0);
    waiter.cancel();
    lock.release();
    co_await lock.acquire();
    EXPECT_FALSE(waiter.done());
    co_await aio::sleep(0);
    EXPECT_TRUE(waiter.cancelled());
    lock.release();
  };
  aio::run(main());
  EXPECT_EQ(log, "");
}

TEST_F(LockTest, AGuardCanBeReleasedEarlyAndMoved) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    auto guard = co_await lock.scoped();
    auto other = std::move(guard);
    guard.release();
    EXPECT_TRUE(lock.locked());
    other.release();
    EXPECT_FALSE(lock.locked());
    other.release();
    const Lock another;
    other = co_await another.scoped();
    co_await lock.acquire();
    other = aio::Guard(co_await Lock().scoped());
    EXPECT_FALSE(another.locked());
    lock.release();
  };
  aio::run(main());
}

TEST_F(LockTest, AGuardOfALockThatSomebodyReleasedIsReported) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    auto guard = co_await lock.scoped();
    lock.release();
  };
  aio::run(main());
  expect_report("error: Exception in the release of a Guard; exception: "
                "aio::RuntimeError('Lock is not acquired.')");
}

TEST_F(LockTest, EnterAndExit) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    co_await lock.enter();
    EXPECT_TRUE(lock.locked());
    EXPECT_FALSE(co_await lock.exit(nullptr));
    EXPECT_FALSE(lock.locked());
  };
  aio::run(main());
}

TEST_F(LockTest, BelongsToTheLoopThatWaitedForIt) {
  const Lock lock;
  std::string log;
  const auto wait = [&]() -> Coroutine<void> {
    if (!lock.locked())
      co_await lock.acquire();
    const auto waiter = aio::create_task(use(lock, log, "waiter"));
    co_await aio::sleep(0);
    waiter.cancel();
    try {
      co_await waiter;
    } catch (const aio::CancelledError &) {
    }
  };
  aio::run(wait());
  const std::string message = message_of<aio::RuntimeError>([&] { aio::run(wait()); });
  EXPECT_TRUE(message.starts_with("<aio::Lock object at 0x")) << message;
  EXPECT_TRUE(message.ends_with(" [locked]> is bound to a different event loop")) << message;
}

TEST_F(LockTest, WhatWaitsMayOutliveIt) {
  aio::EventLoop loop;
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Lock lock;
    co_await lock.acquire();
    aio::create_task(use(lock, log, "waiter"));
    co_await aio::sleep(0);
  };
  loop.run_until_complete(main());
  loop.close();
  expect_report("Task was destroyed but it is pending!");
}

TEST_F(LockTest, Repr) {
  const auto main = []() -> Coroutine<void> {
    const Lock lock;
    std::string log;
    EXPECT_TRUE(std::string(lock.repr().c_str()).ends_with(" [unlocked]>"));
    co_await lock.acquire();
    const auto waiter = aio::create_task(use(lock, log, "waiter"));
    co_await aio::sleep(0);
    EXPECT_TRUE(std::string(lock.repr().c_str()).ends_with(" [locked, waiters:1]>"));
    lock.release();
    co_await waiter;
  };
  aio::run(main());
}

TEST_F(LockTest, ADroppedAcquireIsReported) {
  {
    Lock().acquire();
  }
  expect_report("coroutine 'aio::Lock::acquire' was never awaited");
}

Coroutine<void> wait_for(Event event, std::string &log, std::string name) {
  EXPECT_TRUE(co_await event.wait());
  log += name + ' ';
}

TEST_F(EventTest, WakesAllInOrder) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Event event;
    EXPECT_FALSE(event.is_set());
    const auto a = aio::create_task(wait_for(event, log, "a"));
    const auto b = aio::create_task(wait_for(event, log, "b"));
    co_await aio::sleep(0);
    event.set();
    EXPECT_TRUE(event.is_set());
    EXPECT_EQ(log, "");
    co_await aio::gather(a, b);
    // Set already: no turn of the loop.
    co_await wait_for(event, log, "c");
  };
  aio::run(main());
  EXPECT_EQ(log, "a b c ");
}

TEST_F(EventTest, ClearAfterSetDoesNotTakeTheWakeUpBack) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Event event;
    const auto a = aio::create_task(wait_for(event, log, "a"));
    co_await aio::sleep(0);
    event.set();
    event.clear();
    EXPECT_FALSE(event.is_set());
    co_await a;
    const auto b = aio::create_task(wait_for(event, log, "b"));
    co_await turns(3);
    EXPECT_FALSE(b.done());
    b.cancel();
    event.set();
    co_await turns(1);
    EXPECT_TRUE(b.cancelled());
  };
  aio::run(main());
  EXPECT_EQ(log, "a ");
}

TEST_F(EventTest, CopiesAreTheSameEvent) {
  const Event event;
  const Event copy = event;
  copy.set();
  EXPECT_TRUE(event.is_set());
  EXPECT_EQ(event, copy);
  EXPECT_FALSE(event == Event());
}

TEST_F(EventTest, BelongsToTheLoopThatWaitedForIt) {
  const Event event;
  const auto wait = [&]() -> Coroutine<void> {
    const auto waiter = aio::create_task(event.wait());
    co_await aio::sleep(0);
    waiter.cancel();
    try {
      co_await waiter;
    } catch (const aio::CancelledError &) {
    }
  };
  aio::run(wait());
  const std::string message = message_of<aio::RuntimeError>([&] { aio::run(wait()); });
  EXPECT_TRUE(message.starts_with("<aio::Event object at 0x")) << message;
  EXPECT_TRUE(message.ends_with(" [unset]> is bound to a different event loop")) << message;
}

TEST_F(EventTest, Repr) {
  const Event event;
  EXPECT_TRUE(std::string(event.repr().c_str()).ends_with(" [unset]>"));
  event.set();
  EXPECT_TRUE(std::string(event.repr().c_str()).ends_with(" [set]>"));
}

} // namespace
