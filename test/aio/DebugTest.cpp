// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <aio/loop_state.h>

#include <cstdlib>
#include <thread>
#include <uv.h>

namespace {

using aio::Coroutine;

class DebugTest : public AioTest {};

TEST_F(DebugTest, ReportsASlowStepOfATask) {
  const auto outer = [&]() -> Coroutine<void> {
    const aio::testing::VirtualClock clock(aio::get_running_loop());
    const auto slow = [&]() -> Coroutine<void> {
      clock.advance(0.1);
      co_await aio::sleep(0);
      clock.advance(0.05);
    };
    co_await aio::create_task(slow(), "slow");
  };
  aio::run(outer(), {.debug = true});
  const std::string report = expect_report("warning: Executing <Task pending name='slow' coro=<");
  EXPECT_TRUE(report.ends_with("> took 0.100 seconds")) << report;
}

TEST_F(DebugTest, ReportsASlowCallback) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    EXPECT_EQ(loop.slow_callback_duration().seconds(), 0.1);
    loop.call_soon([] { std::this_thread::sleep_for(101ms); });
    co_await aio::sleep(0);
  };
  aio::run(outer(), {.debug = true});
  expect_report("warning: Executing <Handle ");
}

TEST_F(DebugTest, ReportsNoSlowCallbackWithoutDebugMode) {
  const auto outer = []() -> Coroutine<void> {
    aio::get_running_loop().set_slow_callback_duration(0);
    co_return;
  };
  aio::run(outer(), {.debug = false});
}

TEST_F(DebugTest, ThrowsOnAnotherThread) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    auto future = loop.create_future();
    std::thread([&] {
      const auto refused = [](auto call) {
        EXPECT_EQ(message_of<aio::RuntimeError>(call),
                  "Non-thread-safe operation invoked on an event loop other than the current one");
      };
      refused([&] { loop.call_soon([] {}); });
      refused([&] { loop.call_later(1, [] {}); });
      refused([&] { future.set_result(); });
      refused([&] { future.cancel(); });
      refused([&] { future.add_done_callback([](auto) {}); });
      refused([&] { loop.create_task([]() -> Coroutine<void> { co_return; }()); });
      loop.call_soon_threadsafe([future] { future.set_result(); });
    }).join();
    co_await future;
  };
  aio::run(outer(), {.debug = true});
  expect_report("was never awaited");
}

TEST_F(DebugTest, ThrowsOnAnotherThreadInEveryCallBoundToTheLoop) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    const auto future = loop.create_future();
    const auto id = future.add_done_callback([](auto) {});
    const auto handle = loop.call_later(3600, [] {});
    const auto task = aio::create_task(aio::sleep(0));
    int refused = 0;
    std::thread([&] {
      const auto count = [&](auto call) {
        try {
          call();
        } catch (const aio::RuntimeError &) {
          ++refused;
        }
      };
      count([&] { loop.call_at(1, [] {}); });
      count([&] { loop.run_in_executor([] {}); });
      count([&] { loop.stop(); });
      count([&] { loop.set_debug(false); });
      count([&] { loop.set_slow_callback_duration(1); });
      count([&] { loop.set_exception_handler(nullptr); });
      count([&] { handle.cancel(); });
      count([&] { future.remove_done_callback(id); });
      count([&] { future.set_exception(std::runtime_error("x")); });
      count([&] { task.cancel(); });
      count([&] { task.uncancel(); });
    }).join();
    EXPECT_EQ(refused, 11);
    EXPECT_TRUE(loop.get_debug());
    co_await task;
  };
  aio::run(outer(), {.debug = true});
}

Coroutine<void> nothing() { co_return; }

TEST_F(DebugTest, RefusesCoroutinesAsCallbacks) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    EXPECT_EQ(message_of<aio::TypeError>([&] { loop.call_soon(nothing()); }),
              "coroutines cannot be used with call_soon()");
    EXPECT_EQ(message_of<aio::TypeError>([&] { loop.call_soon(nothing); }),
              "coroutines cannot be used with call_soon()");
    EXPECT_EQ(message_of<aio::TypeError>([&] { loop.call_later(1, nothing); }),
              "coroutines cannot be used with call_at()");
    EXPECT_EQ(message_of<aio::TypeError>([&] { loop.call_soon_threadsafe(&nothing); }),
              "coroutines cannot be used with call_soon_threadsafe()");
    co_return;
  };
  aio::run(outer(), {.debug = true});
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(DebugTest, WithoutItACoroutineAsACallbackIsAnErrorWhenItIsCalled) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    loop.call_soon(nothing());
    loop.call_soon(nothing);
    co_await aio::sleep(0);
  };
  aio::run(outer(), {.debug = false});
  EXPECT_TRUE(expect_report("error: Exception in callback ")
                  .ends_with("exception: aio::TypeError(''Coroutine' object is not callable')"));
  expect_report("coroutine 'nothing' was never awaited");
  expect_report("coroutine 'nothing' was never awaited");
}

TEST_F(DebugTest, ALambdaThatReturnsACoroutineRunsAndTheCoroutineIsReported) {
  const auto outer = []() -> Coroutine<void> {
    aio::get_running_loop().call_soon([] { return nothing(); });
    co_await aio::sleep(0);
  };
  aio::run(outer(), {.debug = true});
  const std::string report = expect_report("coroutine 'nothing' was never awaited");
  EXPECT_NE(report.find("; running: <Handle "), std::string::npos) << report;
}

TEST_F(DebugTest, ReportsASlowPoll) {
  const auto outer = []() -> Coroutine<void> {
    auto &loop = aio::get_running_loop();
    loop.set_slow_callback_duration(20ms);
    uv_idle_t idle;
    uv_idle_init(aio::detail::loop_state(loop).uv(), &idle);
    uv_idle_start(&idle, [](uv_idle_t *idle) {
      std::this_thread::sleep_for(25ms);
      uv_idle_stop(idle);
    });
    co_await aio::sleep(0);
    uv_close(reinterpret_cast<uv_handle_t *>(&idle), nullptr);
    co_await aio::sleep(0);
  };
  aio::run(outer(), {.debug = true});
  const std::string report = expect_report("warning: poll 0.000 ms took ");
  EXPECT_TRUE(report.ends_with(" ms: timeout")) << report;
}

/// Reports with all their fields, and what made the object of each.
class StackTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  void watch(bool debug) {
    loop.set_debug(debug);
    loop.set_exception_handler([&](aio::EventLoop &, const aio::ExceptionContext &context) {
      messages.push_back(context.message);
      stack = context.stack ? context.stack : "";
      running = context.running ? context.running : "";
      line = context.created_at ? context.created_at->line() : 0;
    });
  }
  aio::EventLoop loop;
  std::vector<std::string> messages;
  std::string stack;
  std::string running;
  unsigned line = 0;
};

Coroutine<void> forgets() {
  nothing();
  co_return;
}

[[gnu::noinline]] void schedule_a_failure(aio::EventLoop &loop) {
  loop.call_soon([] { throw std::runtime_error("bad"); });
}

TEST_F(StackTest, ANeverAwaitedCoroutineTellsWhoCalledIt) {
  watch(true);
  loop.run_until_complete(forgets());
  EXPECT_EQ(messages, (std::vector<std::string>{"coroutine 'nothing' was never awaited"}));
  EXPECT_TRUE(stack == "nothing <- forgets" || stack == "forgets") << stack;
  EXPECT_NE(running.find("coro=<forgets() running"), std::string::npos) << running;
}

TEST_F(StackTest, AHandleTellsWhoScheduledIt) {
  watch(true);
  schedule_a_failure(loop);
  loop.stop();
  loop.run_forever();
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_TRUE(stack.starts_with("schedule_a_failure <- ")) << stack;
  EXPECT_NE(line, 0u);
  EXPECT_EQ(running, "");
}

TEST_F(StackTest, AFutureTellsWhoMadeIt) {
  watch(true);
  const auto make = [&]() -> Coroutine<void> {
    loop.create_future().set_exception(std::runtime_error("x"));
    co_return;
  };
  loop.run_until_complete(make());
  EXPECT_EQ(messages, (std::vector<std::string>{"Future exception was never retrieved"}));
  EXPECT_TRUE(stack.ends_with("::<lambda>")) << stack;
  EXPECT_NE(line, 0u);
}

TEST_F(StackTest, ATaskTellsWhoMadeIt) {
  watch(true);
  const auto make = [&]() -> Coroutine<void> {
    aio::create_task(aio::sleep(3600));
    co_await aio::sleep(0);
  };
  loop.run_until_complete(make());
  loop.close();
  EXPECT_EQ(messages, (std::vector<std::string>{"Task was destroyed but it is pending!"}));
  EXPECT_TRUE(stack.ends_with("::<lambda>")) << stack;
}

TEST_F(StackTest, NothingIsCapturedWithoutDebugMode) {
  watch(false);
  schedule_a_failure(loop);
  loop.run_until_complete(forgets());
  EXPECT_EQ(messages.size(), 2u);
  EXPECT_EQ(stack, "");
  EXPECT_EQ(running, "");
}

TEST_F(DebugTest, ReportsALoopThatIsNotClosed) {
  {
    aio::EventLoop loop;
    loop.set_debug(true);
  }
  const std::string report =
      expect_report("ResourceWarning: unclosed event loop "
                    "<EventLoop running=False closed=False debug=True>; created at: ");
  EXPECT_NE(report.find("DebugTest.cpp:"), std::string::npos) << report;
  aio::EventLoop quiet;
  quiet.set_debug(false);
}

TEST_F(DebugTest, IsSwitchedByTheEnvironment) {
  const char *before = std::getenv("AIO_DEBUG");
  const std::string saved = before ? before : "";
  const auto get_debug = []() -> Coroutine<bool> { co_return aio::get_running_loop().get_debug(); };
  setenv("AIO_DEBUG", "1", 1);
  EXPECT_TRUE(aio::run(get_debug()));
  EXPECT_FALSE(aio::run(get_debug(), {.debug = false}));
  setenv("AIO_DEBUG", "", 1);
  EXPECT_FALSE(aio::run(get_debug()));
  EXPECT_TRUE(aio::run(get_debug(), {.debug = true}));
  if (before)
    setenv("AIO_DEBUG", saved.c_str(), 1);
  else
    unsetenv("AIO_DEBUG");
}

TEST(LoggerTest, PrintsWhatASinkThrowsAt) {
  auto former = aio::logger().set_sink([](const aio::LogRecord &) { throw 1; });
  testing::internal::CaptureStderr();
  aio::logger().log({aio::ReportKind::error, "lost"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "aio: error: lost\n");
  aio::logger().set_sink(std::move(former));
}

TEST(LoggerTest, PrintsOneLineToStderrByDefault) {
  testing::internal::CaptureStderr();
  aio::logger().log({aio::ReportKind::runtime_warning, "two\nlines"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "aio: RuntimeWarning: two\\nlines\n");
  EXPECT_STREQ(aio::logger().name(), "aio");
}

} // namespace
