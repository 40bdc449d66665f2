// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <set>

namespace {

using aio::AnyTask;
using aio::Array;
using aio::Coroutine;
using aio::Future;
using aio::ReturnWhen;
using aio::Task;

class WaitTest : public AioTest {};

Coroutine<int> number(int value, int turns = 1) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  co_return value;
}
Coroutine<int> fails(int turns = 1) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  throw std::runtime_error("boom");
}
Coroutine<int> waits_long() { co_return co_await aio::sleep(3600, 1); }

template <class F> bool is(const Array<F> &array, std::vector<F> expected) {
  return std::vector<F>(array) == expected;
}

TEST_F(WaitTest, WaitsForAll) {
  const auto outer = []() -> Coroutine<void> {
    const std::vector<Task<int>> tasks{aio::create_task(number(1, 3)), aio::create_task(fails()),
                                       aio::create_task(number(2))};
    const auto [done, pending] = co_await aio::wait(tasks);
    EXPECT_TRUE(is(done, tasks));
    EXPECT_TRUE(pending.empty());
    EXPECT_EQ(done[0].result(), 1);
    EXPECT_THROW(done[1].result(), std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(WaitTest, WaitsForTheFirst) {
  const auto outer = []() -> Coroutine<void> {
    auto quick = aio::create_task(number(1));
    auto slow = aio::create_task(number(2, 5));
    const auto [done, pending] =
        co_await aio::wait({quick, slow}, {.return_when = ReturnWhen::first_completed});
    EXPECT_TRUE(is(done, {quick}));
    EXPECT_TRUE(is(pending, {slow}));
    EXPECT_EQ(co_await slow, 2);
  };
  aio::run(outer());
}

TEST_F(WaitTest, WaitsForTheFirstException) {
  const auto outer = []() -> Coroutine<void> {
    auto cancelled = aio::create_task(waits_long());
    cancelled.cancel();
    auto slow = aio::create_task(number(2, 9));
    auto failing = aio::create_task(fails(3));
    const auto [done, pending] =
        co_await aio::wait({.return_when = ReturnWhen::first_exception}, slow, cancelled, failing);
    EXPECT_TRUE(is(done, {cancelled, failing}));
    EXPECT_TRUE(is(pending, {slow}));
    const auto all = co_await aio::wait({slow}, {.return_when = ReturnWhen::first_exception});
    EXPECT_TRUE(is(all.done, {slow}));
  };
  aio::run(outer());
}

TEST_F(WaitTest, EndsWithItsTimeoutWithoutAnException) {
  const auto outer = []() -> Coroutine<void> {
    auto task = aio::create_task(waits_long());
    for (const aio::Duration timeout : {aio::Duration(0), aio::Duration(1ms)}) {
      const auto [done, pending] = co_await aio::wait({task}, {.timeout = timeout});
      EXPECT_TRUE(done.empty());
      EXPECT_TRUE(is(pending, {task}));
    }
    EXPECT_EQ(task.cancelling(), 0);
    EXPECT_EQ((co_await aio::wait({.timeout = 3600}, aio::create_task(number(1)))).done.size(), 1U);
  };
  aio::run(outer());
}

TEST_F(WaitTest, TakesDifferentTypes) {
  const auto outer = []() -> Coroutine<void> {
    const Task<int> a = aio::create_task(number(1));
    const Task<void> b = aio::create_task(aio::sleep(0));
    const auto tasks = co_await aio::wait(a, b);
    EXPECT_TRUE(is(tasks.done, {AnyTask(a), AnyTask(b)}));
    const Future<int> future = aio::get_running_loop().create_future<int>();
    future.set_result(3);
    const aio::WaitResult<Future<int>> futures = co_await aio::wait(a, future);
    EXPECT_TRUE(is(futures.done, {a, future}));
    EXPECT_EQ((co_await aio::wait(aio::all_tasks(),
                                  {.timeout = 0, .return_when = ReturnWhen::first_completed}))
                  .pending.size(),
              1U);
  };
  aio::run(outer());
}

TEST_F(WaitTest, CountsEachFutureOnce) {
  const auto outer = []() -> Coroutine<void> {
    const auto task = aio::create_task(number(1));
    EXPECT_EQ((co_await aio::wait({task, task})).done.size(), 1U);
    EXPECT_EQ((co_await aio::wait(task, task)).done.size(), 1U);
  };
  aio::run(outer());
}

TEST_F(WaitTest, OfNothingThrows) {
  EXPECT_EQ(message_of<aio::ValueError>([] { aio::run(aio::wait(std::vector<Task<int>>())); }),
            "Set of Tasks/Futures is empty.");
}

TEST_F(WaitTest, DoesNotPassItsCancellationOn) {
  const auto outer = []() -> Coroutine<void> {
    const auto inner = aio::create_task(number(1, 9));
    const auto failing = aio::create_task(fails(3));
    auto waiting = aio::create_task(aio::wait(inner, failing));
    co_await aio::sleep(0);
    waiting.cancel();
    EXPECT_THROW(co_await waiting, aio::CancelledError);
    EXPECT_EQ(co_await inner, 1);
    EXPECT_THROW(failing.result(), std::runtime_error);
  };
  aio::run(outer());
}

TEST_F(WaitTest, SurvivesFuturesThatEndAfterTheTimeout) {
  const auto outer = []() -> Coroutine<void> {
    aio::EventLoop &loop = aio::get_running_loop();
    const auto future = loop.create_future();
    auto waiting = aio::create_task(aio::wait({future}, {.timeout = 3600}));
    co_await aio::sleep(0);
    // Its step is scheduled before the callback of the future.
    waiting.cancel();
    future.set_result();
    EXPECT_THROW(co_await waiting, aio::CancelledError);
  };
  aio::run(outer());
}

template <class... Args>
concept can_wait = requires(Args &&...args) { aio::wait(std::forward<Args>(args)...); };

TEST_F(WaitTest, TakesNoCoroutines) {
  EXPECT_TRUE((can_wait<Task<int>, Future<int>>));
  EXPECT_FALSE((can_wait<Coroutine<int>>));
  EXPECT_FALSE((can_wait<std::vector<Coroutine<int>>>));
  EXPECT_FALSE((can_wait<Future<int>, Future<void>>));
}

} // namespace
