// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Future;

class WaitForTest : public AioTest {};

Coroutine<int> number(int value) {
  co_await aio::sleep(0);
  co_return value;
}
Coroutine<void> fails() {
  throw std::runtime_error("boom");
  co_return;
}
Coroutine<void> waits_long() { co_await aio::sleep(3600); }
/// Does not let itself be cancelled, at least not the first time.
Coroutine<int> stubborn() {
  try {
    co_await aio::sleep(3600);
  } catch (const aio::CancelledError &) {
  }
  co_await aio::sleep(0);
  co_return 5;
}

TEST_F(WaitForTest, GivesTheResultInTime) {
  const auto outer = []() -> Coroutine<void> {
    EXPECT_EQ(co_await aio::wait_for(number(1), 3600), 1);
    EXPECT_EQ(co_await aio::wait_for(number(2), std::nullopt), 2);
    const auto task = aio::create_task(number(3));
    EXPECT_EQ(co_await aio::wait_for(task, 10s), 3);
    EXPECT_EQ(co_await aio::wait_for(task, 0), 3);
    const auto future = aio::get_running_loop().create_future<std::string>();
    future.set_result("done");
    EXPECT_EQ(co_await aio::wait_for(future, 1), "done");
    co_await aio::wait_for(aio::sleep(0), 3600);
    EXPECT_THROW(co_await aio::wait_for(fails(), 3600), std::runtime_error);
    EXPECT_THROW(co_await aio::wait_for(fails(), std::nullopt), std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(WaitForTest, RunsACoroutineInATaskOfItsOwnUnlessItWaitsForEver) {
  const auto outer = []() -> Coroutine<void> {
    const aio::AnyTask self = aio::current_task();
    const auto runs_here = [self]() -> Coroutine<bool> { co_return aio::current_task() == self; };
    EXPECT_FALSE(co_await aio::wait_for(runs_here(), 3600));
    EXPECT_TRUE(co_await aio::wait_for(runs_here(), std::nullopt));
  };
  aio::run(outer());
}

TEST_F(WaitForTest, CancelsAndThrowsWhenTheTimeIsOver) {
  const auto outer = []() -> Coroutine<void> {
    const auto task = aio::create_task(waits_long());
    EXPECT_THROW(co_await aio::wait_for(task, 1ms), aio::TimeoutError);
    EXPECT_TRUE(task.cancelled());
    const auto future = aio::get_running_loop().create_future();
    EXPECT_THROW(co_await aio::wait_for(future, 1ms), aio::TimeoutError);
    EXPECT_TRUE(future.cancelled());
    EXPECT_THROW(co_await aio::wait_for(aio::gather(waits_long(), waits_long()), 1ms),
                 aio::TimeoutError);
  };
  aio::run(outer());
}

TEST_F(WaitForTest, WithoutTimeDoesNotStartACoroutine) {
  const auto outer = []() -> Coroutine<void> {
    bool started = false;
    const auto starts = [&]() -> Coroutine<void> {
      started = true;
      co_return;
    };
    EXPECT_THROW(co_await aio::wait_for(starts(), 0), aio::TimeoutError);
    EXPECT_FALSE(started);
    EXPECT_THROW(co_await aio::wait_for(aio::create_task(waits_long()), -1), aio::TimeoutError);
  };
  aio::run(outer());
}

TEST_F(WaitForTest, TakesWhatTheInnerOneMakesOfItsCancellation) {
  const auto outer = []() -> Coroutine<void> {
    EXPECT_EQ(co_await aio::wait_for(stubborn(), 1ms), 5);
    const auto throws = []() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        throw std::runtime_error("clean-up");
      }
    };
    EXPECT_THROW(co_await aio::wait_for(throws(), 1ms), std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(WaitForTest, PassesItsOwnCancellationOnAndWaitsForTheEnd) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    const auto inner = [&]() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
      }
      co_await aio::sleep(0);
      log += "inner ";
    };
    auto task = aio::create_task(aio::wait_for(inner(), 3600));
    co_await aio::sleep(0);
    co_await aio::sleep(0);
    task.cancel("why");
    std::string message;
    try {
      co_await task;
    } catch (const aio::CancelledError &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "why");
    log += "outer";
  };
  aio::run(outer());
  EXPECT_EQ(log, "inner outer");
}

TEST_F(WaitForTest, IsCancelledEvenIfTheResultCameInTheSameTurn) {
  const auto outer = []() -> Coroutine<void> {
    const auto future = aio::get_running_loop().create_future<int>();
    auto task = aio::create_task(aio::wait_for(future, 3600));
    co_await aio::sleep(0);
    future.set_result(1);
    task.cancel();
    EXPECT_THROW(co_await task, aio::CancelledError);
    const auto failing = aio::get_running_loop().create_future<int>();
    task = aio::create_task(aio::wait_for(failing, 3600));
    co_await aio::sleep(0);
    failing.set_exception(std::runtime_error("unseen"));
    task.cancel();
    EXPECT_THROW(co_await task, aio::CancelledError);
  };
  aio::run(outer());
}

TEST_F(WaitForTest, PassesTheCancellationOfTheInnerOneOn) {
  const auto outer = []() -> Coroutine<void> {
    const auto inner = aio::create_task(waits_long());
    aio::get_running_loop().call_soon([inner] { inner.cancel("inner"); });
    std::string message;
    try {
      co_await aio::wait_for(inner, 3600);
    } catch (const aio::CancelledError &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "inner");
    EXPECT_EQ(aio::current_task().cancelling(), 0);
  };
  aio::run(outer());
}

} // namespace
