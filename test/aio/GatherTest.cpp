// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Future;

class GatherTest : public AioTest {};

Coroutine<int> number(int value, aio::Duration delay = 0) {
  co_return co_await aio::sleep(delay, value);
}
Coroutine<void> fails() {
  throw std::runtime_error("boom");
  co_return;
}

TEST_F(GatherTest, GivesAllResultsInTheOrderOfTheArguments) {
  const auto outer = []() -> Coroutine<void> {
    auto task = aio::create_task(number(2));
    const auto [a, b, none, text] =
        co_await aio::gather(number(1, 5ms), task, aio::sleep(0), aio::sleep(0, std::string("x")));
    EXPECT_EQ(a, 1);
    EXPECT_EQ(b, 2);
    EXPECT_EQ(none, aio::None());
    EXPECT_EQ(text, "x");
  };
  aio::run(outer());
}

TEST_F(GatherTest, TakesLists) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<aio::Task<int>> tasks;
    std::vector<Coroutine<int>> coroutines;
    for (int i = 0; i < 3; ++i) {
      tasks.push_back(aio::create_task(number(i)));
      coroutines.push_back(number(10 * i));
    }
    const auto results = co_await aio::gather(tasks);
    EXPECT_EQ(results, (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(co_await aio::gather(std::move(coroutines)), (std::vector<int>{0, 10, 20}));
  };
  aio::run(outer());
}

TEST_F(GatherTest, OfNothingIsDone) {
  const auto outer = []() -> Coroutine<void> {
    co_await aio::gather();
    EXPECT_TRUE((co_await aio::gather(std::vector<Coroutine<int>>())).empty());
  };
  aio::run(outer());
}

TEST_F(GatherTest, ThrowsTheFirstExceptionAndLetsTheOthersGoOn) {
  const auto outer = []() -> Coroutine<void> {
    auto slow = aio::create_task(number(1, 1ms));
    auto late = aio::create_task([]() -> Coroutine<void> {
      co_await aio::sleep(0);
      throw std::runtime_error("unseen");
    }());
    EXPECT_THROW(co_await aio::gather(slow, fails(), late), std::runtime_error);
    EXPECT_FALSE(slow.done());
    EXPECT_EQ(co_await slow, 1);
  };
  aio::run(outer());
}

TEST_F(GatherTest, CancelsTheChildrenWhenCancelled) {
  const auto outer = []() -> Coroutine<void> {
    auto a = aio::create_task(number(1, 3600));
    auto both = aio::gather(a, number(2, 3600));
    co_await aio::sleep(0);
    EXPECT_TRUE(both.cancel());
    EXPECT_THROW(co_await both, aio::CancelledError);
    EXPECT_TRUE(a.cancelled());
    EXPECT_FALSE(both.cancel());
  };
  aio::run(outer());
}

TEST_F(GatherTest, PassesTheCancellationOfAChildOn) {
  const auto outer = []() -> Coroutine<void> {
    auto a = aio::create_task(number(1, 3600));
    auto both = aio::gather(a, number(2));
    a.cancel();
    EXPECT_THROW(co_await both, aio::CancelledError);
    EXPECT_FALSE(both.cancelled());
  };
  aio::run(outer());
}

TEST_F(GatherTest, IsReportedWhenItsExceptionIsNeverRetrieved) {
  const auto outer = []() -> Coroutine<void> {
    aio::gather(fails());
    co_await aio::sleep(0);
    co_await aio::sleep(0);
  };
  aio::run(outer());
  expect_report(
      "_GatheringFuture exception was never retrieved; future: <_GatheringFuture finished "
      "exception=std::runtime_error('boom')>");
}

TEST_F(GatherTest, OfWhatNeverEndsIsFreedWithTheLoop) {
  const auto outer = []() -> Coroutine<void> {
    aio::gather(aio::get_running_loop().create_future());
    co_return;
  };
  aio::run(outer());
}

TEST_F(GatherTest, ReturnsExceptions) {
  const auto outer = []() -> Coroutine<void> {
    auto cancelled = aio::create_task(number(1, 3600));
    cancelled.cancel("why");
    const auto [a, b, c, d] =
        co_await aio::gather(aio::return_exceptions, number(1), fails(), cancelled, aio::sleep(0));
    EXPECT_TRUE(a.has_value());
    EXPECT_EQ(a.value(), 1);
    EXPECT_EQ(a.exception(), nullptr);
    EXPECT_FALSE(b);
    EXPECT_EQ(message_of<std::runtime_error>([&] { b.value(); }), "boom");
    EXPECT_EQ(message_of<std::runtime_error>([&] { std::rethrow_exception(b.exception()); }),
              "boom");
    EXPECT_EQ(message_of<aio::CancelledError>([&] { c.value(); }), "why");
    EXPECT_TRUE(d);
  };
  aio::run(outer());
}

TEST_F(GatherTest, ReturnsExceptionsOfLists) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<Coroutine<void>> coroutines;
    coroutines.push_back(fails());
    coroutines.push_back(aio::sleep(0));
    const std::vector<aio::Outcome<void>> outcomes =
        co_await aio::gather(aio::return_exceptions, std::move(coroutines));
    EXPECT_EQ(outcomes.size(), 2U);
    EXPECT_THROW(outcomes[0].value(), std::runtime_error);
    EXPECT_NO_THROW(outcomes[1].value());
    EXPECT_TRUE(
        (co_await aio::gather(aio::return_exceptions, std::vector<aio::Task<int>>())).empty());
  };
  aio::run(outer());
}

TEST_F(GatherTest, IsCancelledEvenIfItReturnsExceptions) {
  const auto outer = []() -> Coroutine<void> {
    auto a = aio::create_task(number(1, 3600));
    auto both = aio::gather(aio::return_exceptions, a, number(2, 3600));
    co_await aio::sleep(0);
    both.cancel("why");
    std::string message;
    try {
      co_await both;
    } catch (const aio::CancelledError &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "why");
    EXPECT_TRUE(a.cancelled());
  };
  aio::run(outer());
}

TEST_F(GatherTest, IsCancelledEvenIfAChildIsNot) {
  const auto outer = []() -> Coroutine<void> {
    const auto stubborn = []() -> Coroutine<void> {
      try {
        co_await aio::sleep(3600);
      } catch (const aio::CancelledError &) {
      }
    };
    auto gathered = aio::gather(aio::return_exceptions, stubborn());
    co_await aio::sleep(0);
    gathered.cancel();
    EXPECT_THROW(co_await gathered, aio::CancelledError);
  };
  aio::run(outer());
}

TEST_F(GatherTest, DoesNotBlameAnybodyForItsPendingCoroutines) {
  aio::EventLoop loop;
  const auto outer = []() -> Coroutine<void> {
    aio::gather(number(1, 3600));
    co_return;
  };
  loop.run_until_complete(outer());
  loop.close();
}

TEST_F(GatherTest, OfFuturesNeedsNoRunningLoop) {
  aio::EventLoop loop;
  const auto future = loop.create_future<int>();
  const auto both = aio::gather(future, loop.create_task(number(2)));
  future.set_result(1);
  EXPECT_EQ(loop.run_until_complete(both), std::tuple(1, 2));
  EXPECT_EQ(loop.run_until_complete(aio::gather(std::vector{future})), std::vector{1});
  loop.close();
}

TEST_F(GatherTest, RejectsFuturesOfAnotherLoop) {
  aio::EventLoop other;
  const auto outer = [&]() -> Coroutine<void> {
    aio::EventLoop &running = aio::get_running_loop();
    const auto future = other.create_future();
    const std::string text = "The future belongs to a different loop than the one specified as "
                             "the loop argument";
    EXPECT_EQ(message_of<aio::ValueError>([&] { aio::gather(running.create_future(), future); }),
              text);
    EXPECT_EQ(message_of<aio::ValueError>([&] { aio::as_completed(future); }), text);
    EXPECT_THROW(co_await aio::wait_for(future, 1), aio::ValueError);
  };
  aio::run(outer());
  other.close();
}

} // namespace
