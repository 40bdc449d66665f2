// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <atomic>
#include <memory>
#include <set>
#include <thread>

namespace {

using aio::Coroutine;
using aio::ThreadPoolExecutor;

class ExecutorTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  aio::EventLoop loop;
};

/// Blocks calls until it is opened.
struct Gate {
  std::atomic<int> waiting = 0;
  std::atomic<bool> open = false;
  void pass() {
    ++waiting;
    while (!open)
      std::this_thread::sleep_for(1ms);
  }
  void wait_for(int count) const {
    while (waiting < count)
      std::this_thread::sleep_for(1ms);
  }
};

TEST_F(ExecutorTest, SubmittedCallsGiveTheirResults) {
  const ThreadPoolExecutor pool(2);
  EXPECT_EQ(pool.submit([] { return 1; }).result(), 1);
  EXPECT_EQ(*pool.submit([value = std::make_unique<int>(2)]() mutable { return std::move(value); })
                 .result(),
            2);
  const auto nothing = pool.submit([] {});
  nothing.result();
  EXPECT_TRUE(nothing.done());
  EXPECT_THROW(pool.submit([] { throw std::runtime_error("x"); }).result(), std::runtime_error);
}

TEST_F(ExecutorTest, UsesAsManyThreadsAsItMay) {
  const ThreadPoolExecutor pool(3);
  Gate gate;
  std::atomic<int> running = 0;
  std::atomic<int> most = 0;
  for (int i = 0; i < 10; ++i)
    pool.submit([&] {
      const int now = ++running;
      if (now > most)
        most = now;
      gate.pass();
      --running;
    });
  gate.wait_for(3);
  gate.open = true;
  pool.shutdown();
  EXPECT_EQ(most, 3);
  EXPECT_EQ(gate.waiting, 10);
}

TEST_F(ExecutorTest, NeedsAPositiveNumberOfThreads) {
  EXPECT_EQ(message_of<aio::ValueError>([] { ThreadPoolExecutor pool(0); }),
            "max_workers must be greater than 0");
}

TEST_F(ExecutorTest, RefusesCallsAfterItsShutdown) {
  const ThreadPoolExecutor pool(1);
  const ThreadPoolExecutor copy = pool;
  pool.shutdown();
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { copy.submit([] {}); }),
            "cannot schedule new futures after shutdown");
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { loop.run_in_executor(copy, [] {}); }),
            "cannot schedule new futures after shutdown");
}

TEST_F(ExecutorTest, CancelsWhatHasNotBegun) {
  const ThreadPoolExecutor pool(1);
  Gate gate;
  const auto first = pool.submit([&] { gate.pass(); });
  gate.wait_for(1);
  const auto second = pool.submit([] { FAIL(); });
  EXPECT_FALSE(first.cancel());
  EXPECT_TRUE(second.cancel());
  EXPECT_TRUE(second.done());
  EXPECT_THROW(second.result(), aio::CancelledError);
  EXPECT_FALSE(second.cancel());
  EXPECT_THROW(first.result(1ms), aio::TimeoutError);
  gate.open = true;
  first.result();
}

TEST_F(ExecutorTest, AShutdownMayCancelWhatIsInTheQueue) {
  const ThreadPoolExecutor pool(1);
  Gate gate;
  const auto first = pool.submit([&] { gate.pass(); });
  gate.wait_for(1);
  const auto second = pool.submit([] { FAIL(); });
  const auto third = loop.run_in_executor(pool, [] { FAIL(); });
  pool.shutdown(false, true);
  EXPECT_THROW(second.result(), aio::CancelledError);
  gate.open = true;
  EXPECT_THROW(loop.run_until_complete(third), aio::CancelledError);
  first.result();
}

TEST_F(ExecutorTest, TheLastHandleWaits) {
  std::atomic<bool> ended = false;
  {
    const ThreadPoolExecutor pool(1);
    pool.submit([&] {
      std::this_thread::sleep_for(5ms);
      ended = true;
    });
  }
  EXPECT_TRUE(ended);
}

TEST_F(ExecutorTest, TheLastHandleMayGoInACallOfItsOwn) {
  std::atomic<bool> ended = false;
  {
    auto pool = std::make_unique<ThreadPoolExecutor>(1);
    pool->submit([&ended, copy = *pool]() mutable {
      std::this_thread::sleep_for(2ms);
      ended = true;
    });
  }
  while (!ended)
    std::this_thread::sleep_for(1ms);
}

TEST_F(ExecutorTest, ALoopRunsCallsInAGivenExecutor) {
  const ThreadPoolExecutor pool(1);
  const auto program = [&]() -> Coroutine<void> {
    const auto id = [] { return std::this_thread::get_id(); };
    const auto there = co_await loop.run_in_executor(pool, id);
    EXPECT_NE(there, std::this_thread::get_id());
    EXPECT_EQ(co_await loop.run_in_executor(pool, id), there);
    EXPECT_NE(co_await loop.run_in_executor(id), there);
    loop.set_default_executor(pool);
    EXPECT_EQ(co_await loop.run_in_executor(id), there);
    EXPECT_EQ(co_await aio::to_thread(id), there);
  };
  loop.run_until_complete(program());
}

TEST_F(ExecutorTest, WhatTheFunctionCapturedGoesOnTheLoopsThread) {
  struct Tracer {
    std::thread::id &died_on;
    ~Tracer() { died_on = std::this_thread::get_id(); }
  };
  std::thread::id died_on;
  const auto program = [&]() -> Coroutine<void> {
    co_await loop.run_in_executor([tracer = std::make_unique<Tracer>(died_on)] {});
  };
  loop.run_until_complete(program());
  EXPECT_EQ(died_on, std::this_thread::get_id());
}

TEST_F(ExecutorTest, TheDefaultExecutorCanBeShutDown) {
  const auto program = [&]() -> Coroutine<std::string> {
    std::atomic<bool> ended = false;
    const auto last = loop.run_in_executor([&] {
      std::this_thread::sleep_for(5ms);
      ended = true;
    });
    bool others_run = false;
    loop.call_soon([&] { others_run = true; });
    co_await loop.shutdown_default_executor();
    EXPECT_TRUE(ended);
    EXPECT_TRUE(others_run);
    co_await last;
    co_return message_of<aio::RuntimeError>([&] { loop.run_in_executor([] {}); });
  };
  EXPECT_EQ(loop.run_until_complete(program()), "Executor shutdown has been called");
}

TEST_F(ExecutorTest, AnUnusedDefaultExecutorCanBeShutDown) {
  loop.run_until_complete(loop.shutdown_default_executor());
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { loop.run_in_executor([] {}); }),
            "Executor shutdown has been called");
}

TEST_F(ExecutorTest, CloseShutsTheDefaultExecutorDown) {
  const ThreadPoolExecutor pool(1);
  loop.set_default_executor(pool);
  loop.close();
  EXPECT_THROW(pool.submit([] {}), aio::RuntimeError);
}

Coroutine<void> nothing() { co_return; }

TEST_F(ExecutorTest, DebugModeRefusesCoroutineFunctions) {
  loop.set_debug(true);
  EXPECT_EQ(message_of<aio::TypeError>([&] { loop.run_in_executor(nothing); }),
            "coroutines cannot be used with run_in_executor()");
}

} // namespace
