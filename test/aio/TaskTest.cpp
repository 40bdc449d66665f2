// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Future;
using aio::Task;

class TaskTest : public AioTest {};

Coroutine<void> fails() {
  throw std::runtime_error("boom");
  co_return;
}
Coroutine<void> notes(std::string &log, std::string text) {
  log += text;
  co_return;
}
Coroutine<void> waits_long() { co_await aio::sleep(3600); }

TEST_F(TaskTest, StartsInALaterTurnOfTheLoop) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(notes(log, "task"));
    log += "outer ";
    co_await task;
  };
  aio::run(outer());
  EXPECT_EQ(log, "outer task");
}

TEST_F(TaskTest, GoesOnWithoutAHandle) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    aio::create_task(notes(log, "done"));
    co_await aio::sleep(0);
  };
  aio::run(outer());
  EXPECT_EQ(log, "done");
}

TEST_F(TaskTest, HasAName) {
  const auto outer = []() -> Coroutine<void> {
    auto task = aio::create_task(waits_long(), "worker");
    EXPECT_STREQ(task.get_name().c_str(), "worker");
    task.set_name("other");
    const std::string repr = task.repr().c_str();
    EXPECT_TRUE(repr.starts_with("<Task pending name='other' coro=<waits_long() running, "))
        << repr;
    EXPECT_EQ(std::string(aio::create_task(waits_long()).get_name().c_str()).substr(0, 5), "Task-");
    co_return;
  };
  aio::run(outer());
}

TEST_F(TaskTest, IsReportedWhenItsExceptionIsNeverRetrieved) {
  const auto outer = []() -> Coroutine<void> {
    aio::create_task(fails(), "worker");
    co_await aio::sleep(0);
  };
  aio::run(outer());
  expect_report("error: Task exception was never retrieved; future: "
                "<Task finished name='worker' coro=<fails() done, defined at ");
}

TEST_F(TaskTest, IsReportedWhenTheLoopIsClosedBeforeItsEnd) {
  const auto outer = []() -> Coroutine<void> {
    aio::create_task(waits_long(), "worker");
    co_await aio::sleep(0);
  };
  aio::EventLoop loop;
  loop.run_until_complete(outer());
  loop.close();
  expect_report("error: Task was destroyed but it is pending!; task: "
                "<Task pending name='worker' coro=<waits_long() running, defined at ");
}

TEST_F(TaskTest, IsReportedTwiceWhenTheLoopIsClosedBeforeItsStart) {
  aio::EventLoop loop;
  loop.create_task(waits_long());
  loop.close();
  expect_report("Task was destroyed but it is pending!");
  expect_report("coroutine 'waits_long' was never awaited");
}

TEST_F(TaskTest, WaitingForItselfThroughOthersIsFreedWithTheLoop) {
  aio::EventLoop loop;
  const auto waits = [](Future<void> future) -> Coroutine<void> { co_await future; };
  loop.create_task(waits(loop.create_future()));
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  loop.close();
  expect_report("wait_for=<Future pending created at ");
}

TEST_F(TaskTest, CannotAwaitItself) {
  Task<void> task;
  const auto selfish = [&]() -> Coroutine<void> { co_await task; };
  const auto outer = [&]() -> Coroutine<void> {
    task = aio::create_task(selfish());
    co_await task;
  };
  const std::string text = message_of<aio::RuntimeError>([&] { aio::run(outer()); });
  EXPECT_TRUE(text.starts_with("Task cannot await on itself: <Task pending name=")) << text;
}

TEST_F(TaskTest, DoesNotSupportSetResult) {
  const auto outer = []() -> Coroutine<void> {
    const Future<void> task = aio::create_task(waits_long());
    EXPECT_EQ(message_of<aio::RuntimeError>([&] { task.set_result(); }),
              "Task does not support set_result operation");
    co_return;
  };
  aio::run(outer());
}

TEST_F(TaskTest, CancelThrowsAtTheSuspendedAwait) {
  std::string log;
  const auto worker = [&]() -> Coroutine<void> {
    try {
      co_await waits_long();
    } catch (const aio::CancelledError &error) {
      log += error.what();
      throw;
    }
  };
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(worker());
    co_await aio::sleep(0);
    EXPECT_TRUE(task.cancel("stop it"));
    EXPECT_EQ(task.cancelling(), 1);
    EXPECT_FALSE(task.done());
    EXPECT_THROW(co_await task, aio::CancelledError);
    EXPECT_TRUE(task.cancelled());
    EXPECT_FALSE(task.cancel());
  };
  aio::run(outer());
  EXPECT_EQ(log, "stop it");
}

TEST_F(TaskTest, CancelledBeforeItsStartNeverRuns) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(notes(log, "ran"));
    task.cancel();
    EXPECT_THROW(co_await task, aio::CancelledError);
    EXPECT_TRUE(task.cancelled());
  };
  aio::run(outer());
  EXPECT_EQ(log, "");
}

TEST_F(TaskTest, CancelledInItsLastStepIsCancelled) {
  Task<int> task;
  const auto worker = [&]() -> Coroutine<int> {
    task.cancel();
    co_return 1;
  };
  const auto outer = [&]() -> Coroutine<void> {
    task = aio::create_task(worker());
    EXPECT_THROW(co_await task, aio::CancelledError);
  };
  aio::run(outer());
}

TEST_F(TaskTest, CancelWhileRunningThrowsAtTheNextAwaitThatSuspends) {
  Task<std::string> task;
  const auto worker = [&]() -> Coroutine<std::string> {
    std::string log;
    task.cancel();
    auto ready = aio::get_running_loop().create_future();
    ready.set_result();
    co_await ready;
    log += "ready ";
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      log += "cancelled";
    }
    co_return log;
  };
  const auto outer = [&]() -> Coroutine<std::string> {
    task = aio::create_task(worker());
    co_return co_await task;
  };
  EXPECT_EQ(aio::run(outer()), "ready cancelled");
}

TEST_F(TaskTest, CancelReachesTheTaskItWaitsFor) {
  const auto outer = []() -> Coroutine<void> {
    auto inner = aio::create_task(waits_long());
    const auto wait = [](Task<void> inner) -> Coroutine<void> { co_await inner; };
    auto outer_task = aio::create_task(wait(inner));
    co_await aio::sleep(0);
    outer_task.cancel();
    EXPECT_THROW(co_await outer_task, aio::CancelledError);
    EXPECT_TRUE(inner.cancelled());
  };
  aio::run(outer());
}

TEST_F(TaskTest, MayRefuseToBeCancelled) {
  const auto stubborn = []() -> Coroutine<int> {
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
    }
    co_return 8;
  };
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(stubborn());
    co_await aio::sleep(0);
    task.cancel();
    EXPECT_EQ(co_await task, 8);
    EXPECT_FALSE(task.cancelled());
    EXPECT_EQ(task.uncancel(), 0);
  };
  aio::run(outer());
}

/// Suspends like a coroutine library that knows nothing of aio.
struct ForeignAwaitable {
  std::coroutine_handle<> &waiting;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> coroutine) { waiting = coroutine; }
  void await_resume() const {}
};

TEST_F(TaskTest, MayBeSuspendedByAForeignAwaitable) {
  std::coroutine_handle<> waiting;
  const auto last = [&]() -> Coroutine<int> {
    co_await ForeignAwaitable{waiting};
    co_return 1;
  };
  const auto worker = [&]() -> Coroutine<int> {
    co_await ForeignAwaitable{waiting};
    co_await aio::sleep(0);
    co_return co_await last();
  };
  const auto outer = [&]() -> Coroutine<int> {
    auto task = aio::create_task(worker());
    for (int i = 0; i < 2; ++i) {
      while (!waiting)
        co_await aio::sleep(0);
      std::exchange(waiting, {}).resume();
    }
    co_return co_await task;
  };
  EXPECT_EQ(aio::run(outer()), 1);
}

} // namespace
