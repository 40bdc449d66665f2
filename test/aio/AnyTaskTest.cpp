// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::AnyTask;
using aio::Coroutine;

class AnyTaskTest : public AioTest {};

Coroutine<int> number(int value) {
  co_await aio::sleep(0);
  co_return value;
}
Coroutine<void> fails() {
  throw std::runtime_error("boom");
  co_return;
}

TEST_F(AnyTaskTest, IsEmptyOrATaskOfAnyResult) {
  const auto outer = []() -> Coroutine<void> {
    AnyTask any;
    EXPECT_FALSE(any);
    EXPECT_EQ(any, AnyTask());
    EXPECT_EQ(any, AnyTask(aio::Task<int>()));
    auto task = aio::create_task(number(1), "worker");
    any = task;
    EXPECT_TRUE(any);
    EXPECT_TRUE(any == task);
    EXPECT_TRUE(any != aio::current_task());
    EXPECT_STREQ(any.get_name().c_str(), "worker");
    any.set_name("other");
    EXPECT_STREQ(task.get_name().c_str(), "other");
    EXPECT_STREQ(any.repr().c_str(), task.repr().c_str());
    EXPECT_FALSE(any.done());
    co_await any;
    EXPECT_TRUE(any.done());
    EXPECT_EQ(any.exception(), nullptr);
    EXPECT_EQ(task.result(), 1);
  };
  aio::run(outer());
}

TEST_F(AnyTaskTest, CancelsTheTask) {
  const auto outer = []() -> Coroutine<void> {
    const AnyTask any = aio::create_task(number(1));
    EXPECT_TRUE(any.cancel("why"));
    EXPECT_EQ(any.cancelling(), 1);
    EXPECT_EQ(any.uncancel(), 0);
    EXPECT_THROW(co_await any, aio::CancelledError);
    EXPECT_TRUE(any.cancelled());
  };
  aio::run(outer());
}

TEST_F(AnyTaskTest, ThrowsWhatTheTaskThrew) {
  const auto outer = []() -> Coroutine<void> {
    const AnyTask any = aio::create_task(fails());
    EXPECT_THROW(co_await any, std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(AnyTaskTest, GivesDoneCallbacksTheTask) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(number(7), "worker");
    task.add_done_callback([&](aio::Task<int> done) {
      log += std::string(done.get_name().c_str()) + "=" + std::to_string(done.result()) + " ";
    });
    AnyTask(task).add_done_callback([&](const AnyTask &done) { log += done.get_name().c_str(); });
    co_await task;
  };
  aio::run(outer());
  EXPECT_EQ(log, "worker=7 worker");
}

TEST_F(AnyTaskTest, CurrentTaskIsTheOneThatRuns) {
  const auto outer = []() -> Coroutine<void> {
    aio::EventLoop &loop = aio::get_running_loop();
    const AnyTask self = aio::current_task();
    EXPECT_EQ(self, aio::current_task(loop));
    AnyTask inner_saw;
    const auto inner = [&]() -> Coroutine<void> {
      inner_saw = aio::current_task();
      co_return;
    };
    co_await inner();
    EXPECT_EQ(inner_saw, self);
    const AnyTask task = aio::create_task(inner());
    AnyTask callback_saw = self;
    loop.call_soon([&] { callback_saw = aio::current_task(); });
    co_await task;
    EXPECT_EQ(inner_saw, task);
    EXPECT_FALSE(callback_saw);
    EXPECT_EQ(aio::current_task(), self);
  };
  aio::run(outer());
}

TEST_F(AnyTaskTest, AllTasksAreThePendingOnes) {
  const auto outer = []() -> Coroutine<void> {
    const AnyTask self = aio::current_task();
    const AnyTask a = aio::create_task(number(1));
    const AnyTask b = aio::create_task(number(2));
    const std::vector<AnyTask> all = aio::all_tasks();
    EXPECT_EQ(all, (std::vector<AnyTask>{self, a, b}));
    co_await a;
    co_await b;
    EXPECT_EQ(aio::all_tasks(aio::get_running_loop()).size(), 1U);
  };
  aio::run(outer());
}

TEST_F(AnyTaskTest, BothNeedARunningLoop) {
  EXPECT_EQ(message_of<aio::RuntimeError>([] { aio::current_task(); }), "no running event loop");
  EXPECT_EQ(message_of<aio::RuntimeError>([] { aio::all_tasks(); }), "no running event loop");
  aio::EventLoop loop;
  EXPECT_FALSE(aio::current_task(loop));
  EXPECT_TRUE(aio::all_tasks(loop).empty());
  loop.close();
}

TEST_F(AnyTaskTest, CanBeGathered) {
  const auto outer = []() -> Coroutine<void> {
    std::vector<AnyTask> tasks{aio::create_task(number(1)), aio::create_task(aio::sleep(0))};
    EXPECT_EQ((co_await aio::gather(tasks)).size(), 2U);
  };
  aio::run(outer());
}

} // namespace
