// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>
#include <thread>

namespace {

using aio::Coroutine;

class EventLoopTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  aio::EventLoop loop;
};

Coroutine<void> nothing() { co_return; }

TEST_F(EventLoopTest, CallsInTheOrderOfTheCalls) {
  std::string log;
  loop.call_soon([&] { log += "a"; });
  loop.call_soon([&] {
    log += "b";
    loop.call_soon([&] { log += "d"; });
    loop.stop();
  });
  loop.call_soon([&] { log += "c"; });
  loop.run_forever();
  EXPECT_EQ(log, "abc");
}

TEST_F(EventLoopTest, CallsLaterInTheOrderOfTime) {
  const aio::testing::VirtualClock clock(loop);
  std::string log;
  loop.call_later(20ms, [&] {
    log += "c";
    loop.stop();
  });
  loop.call_at(0.010, [&] { log += "b"; });
  loop.call_later(0.001, [&] { log += "a"; });
  loop.run_forever();
  EXPECT_EQ(log, "abc");
  EXPECT_EQ(loop.time(), 0.020);
}

TEST_F(EventLoopTest, WaitsForTheTrueTime) {
  const double begin = loop.time();
  loop.call_later(5ms, [&] { loop.stop(); });
  loop.run_forever();
  EXPECT_GE(loop.time() - begin, 0.005);
}

TEST_F(EventLoopTest, CallsAtTheSameTimeInTheOrderOfTheCalls) {
  std::string log;
  const double when = loop.time() + 0.001;
  for (char letter : std::string("abcdef"))
    loop.call_at(when, [&log, letter] { log += letter; });
  loop.call_at(when, [&] { loop.stop(); });
  loop.run_forever();
  EXPECT_EQ(log, "abcdef");
}

TEST_F(EventLoopTest, DoesNotCallWhatIsCancelled) {
  const aio::Handle soon = loop.call_soon([] { FAIL(); });
  const aio::TimerHandle later = loop.call_later(1ms, [] { FAIL(); });
  EXPECT_FALSE(later.cancelled());
  soon.cancel();
  later.cancel();
  later.cancel();
  EXPECT_TRUE(soon.cancelled());
  EXPECT_TRUE(later.cancelled());
  loop.call_later(3ms, [&] { loop.stop(); });
  loop.run_forever();
}

TEST_F(EventLoopTest, LetsACallbackCancelItsOwnHandle) {
  aio::Handle handle;
  auto alive = std::make_shared<int>(1);
  handle = loop.call_soon([&loop = loop, &handle, alive] {
    handle.cancel();
    EXPECT_EQ(*alive, 1);
    loop.stop();
  });
  loop.run_forever();
}

TEST_F(EventLoopTest, DestroysACancelledCallbackAtOnce) {
  auto alive = std::make_shared<int>(1);
  const aio::Handle handle = loop.call_later(3600, [alive] {});
  EXPECT_EQ(alive.use_count(), 2);
  handle.cancel();
  EXPECT_EQ(alive.use_count(), 1);
}

TEST_F(EventLoopTest, ForgetsManyCancelledTimersEarly) {
  std::vector<aio::TimerHandle> timers;
  for (int i = 0; i < 1000; ++i)
    timers.push_back(loop.call_later(3600 + i, [] {}));
  for (const aio::TimerHandle &timer : timers)
    timer.cancel();
  std::string log;
  loop.call_later(1ms, [&] { loop.stop(); });
  loop.run_forever();
  timers.front().cancel();
}

TEST_F(EventLoopTest, StopBeforeARunMakesOneTurn) {
  std::string log;
  loop.call_soon([&] { log += "a"; });
  loop.stop();
  loop.run_forever();
  EXPECT_EQ(log, "a");
  EXPECT_FALSE(loop.is_running());
}

TEST_F(EventLoopTest, CannotRunWhileItRuns) {
  const auto outer = [&]() -> Coroutine<std::string> {
    EXPECT_TRUE(loop.is_running());
    EXPECT_EQ(&aio::get_running_loop(), &loop);
    co_return message_of<aio::RuntimeError>([&] { loop.run_until_complete(nothing()); });
  };
  EXPECT_EQ(loop.run_until_complete(outer()), "This event loop is already running");
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(EventLoopTest, CannotRunWhileAnotherOneRuns) {
  const auto outer = [&]() -> Coroutine<std::string> {
    aio::EventLoop other;
    auto future = other.create_future();
    const auto text = message_of<aio::RuntimeError>([&] { other.run_until_complete(future); });
    other.close();
    co_return text;
  };
  EXPECT_EQ(loop.run_until_complete(outer()),
            "Cannot run the event loop while another loop is running");
}

TEST_F(EventLoopTest, CannotBeClosedWhileItRuns) {
  const auto outer = [&]() -> Coroutine<std::string> {
    co_return message_of<aio::RuntimeError>([&] { loop.close(); });
  };
  EXPECT_EQ(loop.run_until_complete(outer()), "Cannot close a running event loop");
}

TEST_F(EventLoopTest, ThrowsWhenItIsStoppedBeforeTheResult) {
  loop.call_soon([&] { loop.stop(); });
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { loop.run_until_complete(loop.create_future()); }),
            "Event loop stopped before Future completed.");
}

TEST_F(EventLoopTest, RefusesEverythingOnceClosed) {
  loop.close();
  loop.close();
  EXPECT_TRUE(loop.is_closed());
  const auto refused = [](auto call) {
    EXPECT_EQ(message_of<aio::RuntimeError>(call), "Event loop is closed");
  };
  refused([&] { loop.call_soon([] {}); });
  refused([&] { loop.call_later(1, [] {}); });
  refused([&] { loop.call_soon_threadsafe([] {}); });
  refused([&] { loop.run_forever(); });
  refused([&] { loop.run_in_executor([] {}); });
  refused([&] { loop.create_task(nothing()); });
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(EventLoopTest, ThereIsNoRunningLoopOutside) {
  EXPECT_EQ(message_of<aio::RuntimeError>([] { aio::get_running_loop(); }),
            "no running event loop");
}

TEST_F(EventLoopTest, IsWokenByAnotherThread) {
  std::thread thread([&] {
    std::this_thread::sleep_for(5ms);
    loop.call_soon_threadsafe([&] { loop.stop(); });
  });
  loop.run_forever();
  thread.join();
}

TEST_F(EventLoopTest, ReportsWhatACallbackThrows) {
  loop.call_soon([] { throw std::runtime_error("bad"); });
  loop.stop();
  loop.run_forever();
  expect_report("; exception: std::runtime_error('bad')");
}

TEST_F(EventLoopTest, ReportsACancellationThatACallbackThrows) {
  loop.call_soon([] { throw aio::CancelledError(); });
  loop.stop();
  loop.run_forever();
  expect_report("; exception: aio::CancelledError");
}

TEST_F(EventLoopTest, ACallFromAThreadBeforeItRunsWaits) {
  std::string log;
  std::thread([&] { loop.call_soon_threadsafe([&] { log += 'a'; }); }).join();
  EXPECT_EQ(log, "");
  loop.stop();
  loop.run_forever();
  EXPECT_EQ(log, "a");
}

TEST_F(EventLoopTest, ACallbackThatStopsLetsTheTurnEndOnly) {
  std::string log;
  loop.call_soon([&] {
    log += 'a';
    loop.stop();
    loop.call_soon([&] { log += 'c'; });
  });
  loop.call_soon([&] { log += 'b'; });
  loop.run_forever();
  EXPECT_EQ(log, "ab");
  loop.stop();
  loop.run_forever();
  EXPECT_EQ(log, "abc");
}

TEST_F(EventLoopTest, HandsReportsToItsExceptionHandler) {
  std::vector<std::string> messages;
  loop.set_exception_handler([&](aio::EventLoop &reporting, const aio::ExceptionContext &context) {
    EXPECT_EQ(&reporting, &loop);
    EXPECT_NE(context.exception, nullptr);
    messages.push_back(context.message);
  });
  loop.create_future().set_exception(std::runtime_error("x"));
  loop.call_soon([] { throw 1; });
  loop.stop();
  loop.run_forever();
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(messages[0], "Future exception was never retrieved");
  EXPECT_TRUE(messages[1].starts_with("Exception in callback ")) << messages[1];
  loop.set_exception_handler(nullptr);
}

TEST_F(EventLoopTest, HandsReportsAboutItsEndToItsExceptionHandler) {
  std::vector<std::string> messages;
  loop.set_exception_handler([&](aio::EventLoop &, const aio::ExceptionContext &context) {
    messages.push_back(context.message);
  });
  loop.create_task(nothing());
  loop.close();
  EXPECT_EQ(messages, (std::vector<std::string>{"Task was destroyed but it is pending!",
                                                "coroutine 'nothing' was never awaited"}));
}

TEST_F(EventLoopTest, SurvivesAHandlerThatThrows) {
  loop.set_exception_handler(
      [](aio::EventLoop &, const aio::ExceptionContext &) { throw std::runtime_error("handler"); });
  loop.create_future().set_exception(std::runtime_error("x"));
  expect_report("Unhandled error in exception handler; exception: std::runtime_error('handler')");
  expect_report("Future exception was never retrieved");
}

TEST_F(EventLoopTest, LetsAHandlerReplaceItself) {
  loop.set_exception_handler([&](aio::EventLoop &reporting, const aio::ExceptionContext &context) {
    reporting.set_exception_handler(nullptr);
    reporting.default_exception_handler(context);
  });
  loop.create_future().set_exception(std::runtime_error("x"));
  expect_report("Future exception was never retrieved");
}

} // namespace
