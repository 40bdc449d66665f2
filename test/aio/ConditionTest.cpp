// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Condition;
using aio::Coroutine;

class ConditionTest : public AioTest {};

Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i)
    co_await aio::sleep(0);
}

Coroutine<void> waits(Condition condition, std::string &log, std::string name) {
  const auto guard = co_await condition.scoped();
  try {
    EXPECT_TRUE(co_await condition.wait());
    log += name + ' ';
  } catch (const aio::CancelledError &error) {
    log += name + " cancelled(" + error.what() + ") ";
    EXPECT_TRUE(condition.locked());
    throw;
  }
}

Coroutine<void> notifies(Condition condition, int n) {
  const auto guard = co_await condition.scoped();
  condition.notify(n);
}

TEST_F(ConditionTest, NotifyWakesTheFirstInLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Condition condition;
    const auto a = aio::create_task(waits(condition, log, "a"));
    const auto b = aio::create_task(waits(condition, log, "b"));
    const auto c = aio::create_task(waits(condition, log, "c"));
    co_await turns(4);
    co_await notifies(condition, 1);
    co_await turns(4);
    EXPECT_EQ(log, "a ");
    co_await notifies(condition, 0);
    co_await turns(4);
    EXPECT_EQ(log, "a ");
    co_await notifies(condition, 2);
    co_await aio::gather(a, b, c);
  };
  aio::run(main());
  EXPECT_EQ(log, "a b c ");
}

TEST_F(ConditionTest, NotifyAllWakesAll) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Condition condition;
    const auto a = aio::create_task(waits(condition, log, "a"));
    const auto b = aio::create_task(waits(condition, log, "b"));
    co_await turns(4);
    co_await condition.enter();
    condition.notify_all();
    EXPECT_FALSE(co_await condition.exit(nullptr));
    co_await aio::gather(a, b);
    EXPECT_FALSE(condition.locked());
  };
  aio::run(main());
  EXPECT_EQ(log, "a b ");
}

TEST_F(ConditionTest, NeedsTheLock) {
  const auto main = []() -> Coroutine<void> { co_await Condition().wait(); };
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { aio::run(main()); }),
            "cannot wait on un-acquired lock");
  EXPECT_EQ(message_of<aio::RuntimeError>([] { Condition().notify(); }),
            "cannot notify on un-acquired lock");
  EXPECT_EQ(message_of<aio::RuntimeError>([] { Condition().notify_all(); }),
            "cannot notify on un-acquired lock");
  EXPECT_EQ(message_of<aio::RuntimeError>([] { Condition().release(); }), "Lock is not acquired.");
}

TEST_F(ConditionTest, SharesALock) {
  const auto main = []() -> Coroutine<void> {
    const aio::Lock lock;
    const Condition one(lock);
    const Condition other(lock);
    const Condition copy = one;
    EXPECT_EQ(copy, one);
    EXPECT_FALSE(one == other);
    co_await one.acquire();
    EXPECT_TRUE(other.locked());
    other.release();
    EXPECT_FALSE(lock.locked());
  };
  aio::run(main());
}

TEST_F(ConditionTest, WaitForReturnsWhatThePredicateDid) {
  const auto main = []() -> Coroutine<void> {
    const Condition condition;
    int value = 0;
    int calls = 0;
    const auto wait = [&]() -> Coroutine<int> {
      const auto guard = co_await condition.scoped();
      co_return co_await condition.wait_for([&] {
        ++calls;
        return value;
      });
    };
    const auto task = aio::create_task(wait());
    co_await turns(3);
    co_await notifies(condition, 1);
    co_await turns(3);
    EXPECT_FALSE(task.done());
    value = 7;
    co_await notifies(condition, 1);
    EXPECT_EQ(co_await task, 7);
    EXPECT_EQ(calls, 3);
  };
  aio::run(main());
}

TEST_F(ConditionTest, ACancelledWaiterGetsTheLockFirst) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Condition condition;
    const auto a = aio::create_task(waits(condition, log, "a"));
    co_await turns(3);
    co_await condition.acquire();
    a.cancel("first");
    co_await turns(3);
    EXPECT_FALSE(a.done());
    a.cancel("second");
    co_await turns(3);
    EXPECT_FALSE(a.done());
    condition.release();
    co_await turns(3);
    EXPECT_TRUE(a.cancelled());
    EXPECT_FALSE(condition.locked());
  };
  aio::run(main());
  EXPECT_EQ(log, "a cancelled(second) ");
}

TEST_F(ConditionTest, AWaiterThatIsCancelledAfterItWasNotifiedPassesThatOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Condition condition;
    const auto a = aio::create_task(waits(condition, log, "a"));
    const auto b = aio::create_task(waits(condition, log, "b"));
    co_await turns(4);
    co_await notifies(condition, 1);
    a.cancel();
    co_await b;
    EXPECT_TRUE(a.cancelled());
  };
  aio::run(main());
  EXPECT_EQ(log, "a cancelled() b ");
}

TEST_F(ConditionTest, AWaiterThatIsCancelledBeforePassesNothingOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Condition condition;
    const auto a = aio::create_task(waits(condition, log, "a"));
    const auto b = aio::create_task(waits(condition, log, "b"));
    co_await turns(4);
    a.cancel();
    co_await turns(4);
    EXPECT_TRUE(a.cancelled());
    EXPECT_FALSE(b.done());
    co_await notifies(condition, 1);
    co_await b;
  };
  aio::run(main());
  EXPECT_EQ(log, "a cancelled() b ");
}

TEST_F(ConditionTest, Repr) {
  const auto main = []() -> Coroutine<void> {
    const Condition condition;
    std::string log;
    const std::string repr = condition.repr().c_str();
    EXPECT_TRUE(repr.starts_with("<aio::Condition object at 0x")) << repr;
    EXPECT_TRUE(repr.ends_with(" [unlocked]>")) << repr;
    const auto a = aio::create_task(waits(condition, log, "a"));
    co_await turns(3);
    EXPECT_TRUE(std::string(condition.repr().c_str()).ends_with(" [unlocked, waiters:1]>"));
    co_await notifies(condition, 1);
    co_await a;
  };
  aio::run(main());
}

} // namespace
