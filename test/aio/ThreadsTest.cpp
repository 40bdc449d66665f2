// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace {

using aio::Coroutine;

/// Has a loop that runs in another thread.
class ThreadsTest : public AioTest {
protected:
  void start() {
    thread = std::thread([this] { loop.run_forever(); });
  }
  void TearDown() override {
    if (thread.joinable()) {
      loop.call_soon_threadsafe([this] { loop.stop(); });
      thread.join();
    }
    loop.close();
    AioTest::TearDown();
  }
  aio::EventLoop loop;
  std::thread thread;
};

Coroutine<int> number(int value, aio::Duration delay = 0) {
  co_return co_await aio::sleep(delay, value);
}

TEST_F(ThreadsTest, TheExecutorRunsElsewhere) {
  const auto outer = [&]() -> Coroutine<bool> {
    const auto here = std::this_thread::get_id();
    const auto there = co_await loop.run_in_executor([] { return std::this_thread::get_id(); });
    co_await aio::to_thread([] {});
    co_return here != there;
  };
  EXPECT_TRUE(loop.run_until_complete(outer()));
}

TEST_F(ThreadsTest, TheExecutorPassesExceptionsAndMoveOnlyResultsOn) {
  const auto outer = [&]() -> Coroutine<void> {
    EXPECT_THROW(co_await aio::to_thread([] { throw std::runtime_error("x"); }),
                 std::runtime_error);
    auto result = co_await aio::to_thread(
        [value = std::make_unique<int>(6)]() mutable { return std::move(value); });
    EXPECT_EQ(*result, 6);
  };
  loop.run_until_complete(outer());
}

TEST_F(ThreadsTest, ToThreadKeepsTheArgumentsOfTheCall) {
  const auto outer = []() -> Coroutine<void> {
    const auto add = [](int a, std::unique_ptr<int> b) { return a + *b; };
    EXPECT_EQ(co_await aio::to_thread(add, 1, std::make_unique<int>(2)), 3);
    std::string text = "kept";
    EXPECT_EQ(&co_await aio::to_thread([&]() -> std::string & { return text; }), &text);
  };
  loop.run_until_complete(outer());
}

TEST_F(ThreadsTest, TheLoopGoesOnWhileTheExecutorBlocks) {
  const auto outer = [&]() -> Coroutine<void> {
    std::atomic<bool> open = false;
    auto blocked = loop.run_in_executor([&] {
      while (!open)
        std::this_thread::sleep_for(1ms);
    });
    co_await aio::sleep(2ms);
    EXPECT_FALSE(blocked.done());
    open = true;
    co_await blocked;
  };
  loop.run_until_complete(outer());
}

TEST_F(ThreadsTest, CancellingWhatTheExecutorRunsDoesNotStopIt) {
  const auto outer = [&]() -> Coroutine<void> {
    std::atomic<bool> started = false;
    std::atomic<bool> open = false;
    std::atomic<bool> ended = false;
    auto running = loop.run_in_executor([&] {
      started = true;
      while (!open)
        std::this_thread::sleep_for(1ms);
      ended = true;
    });
    while (!started)
      co_await aio::sleep(1ms);
    EXPECT_TRUE(running.cancel());
    EXPECT_TRUE(running.done());
    open = true;
    while (!ended)
      co_await aio::sleep(1ms);
  };
  loop.run_until_complete(outer());
}

TEST_F(ThreadsTest, WhatIsCancelledInTheExecutorsQueueNeverRuns) {
  std::atomic<bool> open = false;
  std::atomic<int> ran = 0;
  // More than the pool has threads.
  for (int i = 0; i < 64; ++i)
    loop.run_in_executor([&] {
      while (!open)
        std::this_thread::sleep_for(1ms);
      ++ran;
    });
  const auto last = loop.run_in_executor([&] { ran += 1000; });
  last.cancel();
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  open = true;
  loop.close();
  EXPECT_LT(ran, 1000);
}

TEST_F(ThreadsTest, CloseWaitsForWhatTheExecutorRuns) {
  std::atomic<bool> started = false;
  std::atomic<bool> ended = false;
  loop.run_in_executor([&] {
    started = true;
    std::this_thread::sleep_for(10ms);
    ended = true;
  });
  while (!started)
    std::this_thread::yield();
  loop.close();
  EXPECT_TRUE(ended);
}

TEST_F(ThreadsTest, ACoroutineGivenToTheExecutorNeverRuns) {
  const auto outer = [&]() -> Coroutine<void> {
    co_await loop.run_in_executor([] { return number(1); });
  };
  loop.run_until_complete(outer());
  expect_report("coroutine 'number' was never awaited");
}

TEST_F(ThreadsTest, ACoroutineRunsOnTheLoopOfAnotherThread) {
  start();
  const auto where = []() -> Coroutine<std::thread::id> { co_return std::this_thread::get_id(); };
  EXPECT_EQ(aio::run_coroutine_threadsafe(where(), loop).result(), thread.get_id());
  EXPECT_EQ(aio::run_coroutine_threadsafe(number(4, 1ms), loop).result(5), 4);
}

TEST_F(ThreadsTest, ACoroutineOnAnotherLoopThrowsHere) {
  start();
  const auto fails = []() -> Coroutine<void> {
    throw std::runtime_error("there");
    co_return;
  };
  auto future = aio::run_coroutine_threadsafe(fails(), loop);
  EXPECT_THROW(future.result(), std::runtime_error);
  EXPECT_TRUE(future.done());
  EXPECT_FALSE(future.cancel());
}

TEST_F(ThreadsTest, AWaitForAnotherLoopMayTimeOutAndBeCancelled) {
  start();
  auto future = aio::run_coroutine_threadsafe(number(1, 3600), loop);
  EXPECT_THROW(future.result(1ms), aio::TimeoutError);
  EXPECT_FALSE(future.done());
  EXPECT_TRUE(future.cancel());
  EXPECT_THROW(future.result(), aio::CancelledError);
}

TEST_F(ThreadsTest, AWaitOnTheLoopsOwnThreadThrowsInsteadOfBlocking) {
  const auto outer = [&]() -> Coroutine<std::string> {
    auto future = aio::run_coroutine_threadsafe(number(1), loop);
    const std::string text = message_of<aio::RuntimeError>([&] { future.result(); });
    while (!future.done())
      co_await aio::sleep(0);
    EXPECT_EQ(future.result(), 1);
    co_return text;
  };
  EXPECT_EQ(loop.run_until_complete(outer()), "ConcurrentFuture.result() called on its own event "
                                              "loop's thread: the result would never come");
}

TEST_F(ThreadsTest, AWaitEndsWithTheLoopThatNeverRan) {
  auto future = aio::run_coroutine_threadsafe(number(1), loop);
  loop.close();
  EXPECT_THROW(future.result(), aio::CancelledError);
  expect_report("coroutine 'number' was never awaited");
}

} // namespace
