// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::Future;

class ShieldTest : public AioTest {};

Coroutine<int> number(int value) {
  co_await aio::sleep(0);
  co_return value;
}
Coroutine<void> fails() {
  co_await aio::sleep(0);
  throw std::runtime_error("boom");
}

TEST_F(ShieldTest, EndsAsTheInnerOneDoes) {
  const auto outer = []() -> Coroutine<void> {
    EXPECT_EQ(co_await aio::shield(number(1)), 1);
    EXPECT_EQ(co_await aio::shield(aio::create_task(number(2))), 2);
    co_await aio::shield(aio::sleep(0));
    EXPECT_THROW(co_await aio::shield(fails()), std::runtime_error);
    const auto task = aio::create_task(number(3));
    const Future<int> shielded = aio::shield(task);
    task.cancel();
    EXPECT_THROW(co_await shielded, aio::CancelledError);
    EXPECT_TRUE(shielded.cancelled());
  };
  aio::run(outer());
}

TEST_F(ShieldTest, IsWhatIsDoneAlready) {
  const auto outer = []() -> Coroutine<void> {
    const auto future = aio::get_running_loop().create_future<int>();
    EXPECT_FALSE(aio::shield(future) == future);
    future.set_result(1);
    EXPECT_TRUE(aio::shield(future) == future);
    co_return;
  };
  aio::run(outer());
}

TEST_F(ShieldTest, KeepsItsCancellationToItself) {
  const auto outer = []() -> Coroutine<void> {
    const auto inner = aio::create_task(number(7));
    const auto waits = [](aio::Task<int> inner) -> Coroutine<int> {
      co_return co_await aio::shield(inner);
    };
    auto task = aio::create_task(waits(inner));
    co_await aio::sleep(0);
    task.cancel();
    EXPECT_THROW(co_await task, aio::CancelledError);
    EXPECT_EQ(inner.cancelling(), 0);
    EXPECT_EQ(co_await inner, 7);
  };
  aio::run(outer());
}

TEST_F(ShieldTest, WithWaitForTimesOutAlone) {
  const auto outer = []() -> Coroutine<void> {
    const auto inner = aio::get_running_loop().create_future<int>();
    EXPECT_THROW(co_await aio::wait_for(aio::shield(inner), 0), aio::TimeoutError);
    EXPECT_FALSE(inner.done());
    inner.set_result(1);
  };
  aio::run(outer());
}

TEST_F(ShieldTest, LeavesTheExceptionOfACancelledOneToTheReport) {
  const auto outer = []() -> Coroutine<void> {
    aio::shield(fails()).cancel();
    for (int i = 0; i < 3; ++i)
      co_await aio::sleep(0);
  };
  aio::run(outer());
  expect_report("Task exception was never retrieved");
}

TEST_F(ShieldTest, HasSeenAnExceptionThatCameWithTheCancellation) {
  const auto outer = []() -> Coroutine<void> {
    const auto inner = aio::get_running_loop().create_future();
    const auto shielded = aio::shield(inner);
    inner.set_exception(std::runtime_error("unseen"));
    shielded.cancel();
    co_await aio::sleep(0);
  };
  aio::run(outer());
}

TEST_F(ShieldTest, OfWhatNeverEndsIsFreedWithTheLoop) {
  const auto outer = []() -> Coroutine<void> {
    aio::shield(aio::get_running_loop().create_future());
    co_return;
  };
  aio::run(outer());
}

} // namespace
