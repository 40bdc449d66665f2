// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Task;

class AsCompletedTest : public AioTest {};

Coroutine<int> number(int value, int turns) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  co_return value;
}
Coroutine<int> fails() {
  throw std::runtime_error("boom");
  co_return 0;
}
Coroutine<int> waits_long() { co_return co_await aio::sleep(3600, 1); }

TEST_F(AsCompletedTest, GivesTheResultsAsTheyCome) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<int> results;
    const auto task = aio::create_task(number(2, 4));
    for (auto next : aio::as_completed(number(1, 6), task, number(3, 2)))
      results.push_back(co_await std::move(next));
    EXPECT_EQ(results, (std::vector<int>{3, 2, 1}));
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, TakesLists) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<Coroutine<int>> coroutines;
    std::vector<Task<int>> tasks;
    for (int i = 0; i < 3; ++i) {
      coroutines.push_back(number(i, 6 - 2 * i));
      tasks.push_back(aio::create_task(number(i, 6 - 2 * i)));
    }
    tasks.push_back(tasks[0]);
    std::vector<int> results;
    for (auto next : aio::as_completed(std::move(coroutines)))
      results.push_back(co_await std::move(next));
    for (auto next : aio::as_completed(tasks, {.timeout = 3600}))
      results.push_back(co_await std::move(next));
    // The tasks were done already: in the order given.
    EXPECT_EQ(results, (std::vector<int>{2, 1, 0, 0, 1, 2}));
    for (auto next : aio::as_completed(std::vector<Task<void>>(), {.timeout = 1}))
      co_await std::move(next);
    for (auto next : aio::as_completed(aio::sleep(0), aio::create_task(aio::sleep(0))))
      co_await std::move(next);
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, ThrowsWhatTheyThrow) {
  const auto outer = []() -> Coroutine<void> {
    std::string log;
    for (auto next : aio::as_completed(number(1, 3), fails())) {
      try {
        log += std::to_string(co_await std::move(next));
      } catch (const std::runtime_error &error) {
        log += error.what();
      }
    }
    EXPECT_EQ(log, "boom1");
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, ThrowsTimeoutErrorForThoseThatAreLate) {
  const auto outer = []() -> Coroutine<void> {
    std::string log;
    // Done before, so that no slow machine makes it late.
    const auto done = aio::create_task(number(1, 0));
    co_await done;
    const auto slow = aio::create_task(waits_long());
    for (auto next : aio::as_completed({.timeout = 1ms}, done, slow, waits_long())) {
      try {
        log += std::to_string(co_await std::move(next));
      } catch (const aio::TimeoutError &) {
        log += " timeout";
      }
    }
    EXPECT_EQ(log, "1 timeout timeout");
    EXPECT_FALSE(slow.done());
    EXPECT_EQ(slow.cancelling(), 0);
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, ServesThoseWhoWaitInTurn) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<Task<int>> waiting;
    for (auto next : aio::as_completed(number(1, 9), number(2, 5), number(3, 7)))
      waiting.push_back(aio::create_task(std::move(next)));
    EXPECT_EQ(co_await aio::gather(waiting), (std::vector<int>{2, 3, 1}));
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, LosesNothingWhenOneWhoWaitsIsCancelled) {
  const auto outer = []() -> Coroutine<void> {
    const auto future = aio::get_running_loop().create_future<int>();
    std::vector<Task<int>> waiting;
    for (auto next : aio::as_completed(future, number(2, 9)))
      waiting.push_back(aio::create_task(std::move(next)));
    co_await aio::sleep(0);
    future.set_result(1);
    co_await aio::sleep(0);
    // It has been woken up for the first result, and has not run yet.
    waiting[0].cancel();
    EXPECT_THROW(co_await waiting[0], aio::CancelledError);
    EXPECT_EQ(co_await waiting[1], 1);
  };
  aio::run(outer());
}

TEST_F(AsCompletedTest, OfWhatNeverEndsIsFreedWithTheLoop) {
  const auto outer = []() -> Coroutine<void> {
    aio::as_completed({.timeout = 3600}, aio::get_running_loop().create_future());
    co_return;
  };
  aio::run(outer());
}

} // namespace
