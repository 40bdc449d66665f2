// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <cstdlib>
#include <thread>

namespace {

using aio::Coroutine;

class DebugTest : public AioTest {};

TEST_F(DebugTest, ReportsASlowStepOfATask) {
  const auto slow = []() -> Coroutine<void> {
    std::this_thread::sleep_for(30ms);
    co_return;
  };
  const auto outer = [&]() -> Coroutine<void> {
    aio::get_running_loop().set_slow_callback_duration(20ms);
    co_await aio::create_task(slow(), "slow");
  };
  aio::run(outer(), {.debug = true});
  const std::string report = expect_report("warning: Executing <Task finished name='slow' coro=<");
  EXPECT_NE(report.find("> took 0."), std::string::npos) << report;
  EXPECT_TRUE(report.ends_with(" seconds")) << report;
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

TEST_F(DebugTest, ReportsALoopThatIsNotClosed) {
  {
    aio::EventLoop loop;
    loop.set_debug(true);
  }
  expect_report("ResourceWarning: unclosed event loop "
                "<EventLoop running=False closed=False debug=True>");
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

TEST(LoggerTest, PrintsOneLineToStderrByDefault) {
  testing::internal::CaptureStderr();
  aio::logger().log({aio::ReportKind::runtime_warning, "two\nlines"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "aio: RuntimeWarning: two\\nlines\n");
  EXPECT_STREQ(aio::logger().name(), "aio");
}

} // namespace
