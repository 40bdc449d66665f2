// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Timeout;

class TimeoutTest : public AioTest {};

Coroutine<void> waits_long() { co_await aio::sleep(3600); }

TEST_F(TimeoutTest, EndsTheBodyWithTimeoutError) {
  const auto outer = []() -> Coroutine<void> {
    bool cancelled = false;
    const auto body = [&](const Timeout &timeout) -> Coroutine<void> {
      EXPECT_FALSE(timeout.expired());
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        cancelled = true;
        EXPECT_TRUE(timeout.expired());
        EXPECT_EQ(aio::current_task().cancelling(), 1);
        throw;
      }
    };
    EXPECT_THROW(co_await aio::with(aio::timeout(1ms), body), aio::TimeoutError);
    EXPECT_TRUE(cancelled);
    EXPECT_EQ(aio::current_task().cancelling(), 0);
    co_await aio::sleep(0);
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, LetsABodyThatIsInTimeBe) {
  const auto outer = []() -> Coroutine<void> {
    const Timeout timeout = aio::timeout(3600);
    const int result = co_await aio::with(timeout, []() -> Coroutine<int> {
      co_await aio::sleep(0);
      co_return 3;
    });
    EXPECT_EQ(result, 3);
    EXPECT_FALSE(timeout.expired());
    EXPECT_THROW(co_await aio::with(aio::timeout(3600),
                                    []() -> Coroutine<void> {
                                      throw std::runtime_error("boom");
                                      co_return;
                                    }),
                 std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, MayHaveNoDeadline) {
  const auto outer = []() -> Coroutine<void> {
    for (const Timeout &timeout :
         {aio::timeout(), aio::timeout(std::nullopt), aio::timeout_at(std::nullopt)}) {
      EXPECT_EQ(timeout.when(), std::nullopt);
      co_await aio::with(timeout, [] { return aio::sleep(0); });
      EXPECT_FALSE(timeout.expired());
    }
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, InThePastIsOverInTheNextTurn) {
  const auto outer = []() -> Coroutine<void> {
    const double now = aio::get_running_loop().time();
    EXPECT_THROW(co_await aio::with(aio::timeout_at(now - 1), waits_long), aio::TimeoutError);
    EXPECT_THROW(co_await aio::with(aio::timeout(0), waits_long), aio::TimeoutError);
    // Without an await there is nothing to cancel.
    const Timeout timeout = aio::timeout(-1);
    co_await aio::with(timeout, []() -> Coroutine<void> { co_return; });
    EXPECT_FALSE(timeout.expired());
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, MovesItsDeadline) {
  const auto outer = []() -> Coroutine<void> {
    const double now = aio::get_running_loop().time();
    const auto body = [&](Timeout timeout) -> Coroutine<void> {
      timeout.reschedule(std::nullopt);
      EXPECT_EQ(timeout.when(), std::nullopt);
      EXPECT_STREQ(timeout.repr().c_str(), "<Timeout [active] when=None>");
      timeout.reschedule(now);
      EXPECT_EQ(timeout.when(), now);
      co_await waits_long();
    };
    EXPECT_THROW(co_await aio::with(aio::timeout_at(now + 3600), body), aio::TimeoutError);
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, SaysWhatStateItIsIn) {
  const auto outer = []() -> Coroutine<void> {
    const Timeout timeout = aio::timeout_at(1.25);
    const auto reschedule = [&] { timeout.reschedule(2); };
    EXPECT_STREQ(timeout.repr().c_str(), "<Timeout [created]>");
    EXPECT_EQ(message_of<aio::RuntimeError>(reschedule), "Timeout has not been entered");
    const auto body = [&]() -> Coroutine<void> {
      EXPECT_STREQ(timeout.repr().c_str(), "<Timeout [active] when=1.250>");
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        EXPECT_STREQ(timeout.repr().c_str(), "<Timeout [expiring]>");
        EXPECT_EQ(message_of<aio::RuntimeError>(reschedule),
                  "Cannot change state of expiring Timeout");
        throw;
      }
    };
    EXPECT_THROW(co_await aio::with(timeout, body), aio::TimeoutError);
    EXPECT_STREQ(timeout.repr().c_str(), "<Timeout [expired]>");
    EXPECT_TRUE(timeout.expired());
    EXPECT_THROW(co_await aio::with(timeout, waits_long), aio::RuntimeError);
    const Timeout unused = aio::timeout(3600);
    co_await aio::with(unused, [] { return aio::sleep(0); });
    EXPECT_STREQ(unused.repr().c_str(), "<Timeout [finished]>");
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, IsEnteredOnceAndInATask) {
  const auto outer = []() -> Coroutine<void> {
    const Timeout timeout = aio::timeout(3600);
    const auto again = [&]() -> Coroutine<void> { co_await aio::with(timeout, waits_long); };
    std::string text;
    try {
      co_await aio::with(timeout, again);
    } catch (const aio::RuntimeError &error) {
      text = error.what();
    }
    EXPECT_EQ(text, "Timeout has already been entered");
  };
  aio::run(outer());
  EXPECT_EQ(message_of<aio::RuntimeError>([] { aio::timeout(1); }), "no running event loop");
}

TEST_F(TimeoutTest, LetsTheCancellationOfTheTaskGoFirst) {
  NEEDS_ORDER();
  const auto outer = []() -> Coroutine<void> {
    const Timeout timeout = aio::timeout(0);
    const auto body = []() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        aio::current_task().cancel();
        throw;
      }
    };
    auto task = aio::create_task(aio::with(timeout, body));
    EXPECT_THROW(co_await task, aio::CancelledError);
    EXPECT_TRUE(timeout.expired());
    EXPECT_EQ(task.cancelling(), 1);
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, DoesNotReplaceAnotherException) {
  const auto outer = []() -> Coroutine<void> {
    const auto body = []() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        throw std::runtime_error("boom");
      }
    };
    EXPECT_THROW(co_await aio::with(aio::timeout(0), body), std::runtime_error);
    EXPECT_EQ(aio::current_task().cancelling(), 0);
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, MayBeNestedAndTheOuterOneEndsBoth) {
  const auto outer = []() -> Coroutine<void> {
    const Timeout inner_timeout = aio::timeout(3600);
    std::string log;
    const auto inner = [&]() -> Coroutine<void> {
      try {
        co_await aio::with(inner_timeout, waits_long);
      } catch (const aio::TimeoutError &) {
        log += "inner ";
      }
    };
    EXPECT_THROW(co_await aio::with(aio::timeout(0), inner), aio::TimeoutError);
    EXPECT_EQ(log, "");
    EXPECT_FALSE(inner_timeout.expired());
    const auto outer_body = [&]() -> Coroutine<void> {
      EXPECT_THROW(co_await aio::with(aio::timeout(0), waits_long), aio::TimeoutError);
      co_await aio::sleep(0);
      log += "went on";
    };
    co_await aio::with(aio::timeout(3600), outer_body);
    EXPECT_EQ(log, "went on");
  };
  aio::run(outer());
}

TEST_F(TimeoutTest, IsFreedWithTheLoop) {
  aio::EventLoop loop;
  loop.create_task(
      []() -> Coroutine<void> { co_await aio::with(aio::timeout(3600), waits_long); }());
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  loop.close();
  expect_report("Task was destroyed but it is pending!");
}

} // namespace
