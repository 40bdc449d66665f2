// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>

namespace {

using aio::Coroutine;
using aio::Future;

class FutureTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  /// One turn of the loop.
  void turn() {
    loop.stop();
    loop.run_forever();
  }
  aio::EventLoop loop;
};

TEST_F(FutureTest, HasTheResultThatIsSet) {
  const Future<int> future = loop.create_future<int>();
  EXPECT_FALSE(future.done());
  future.set_result(3);
  EXPECT_TRUE(future.done());
  EXPECT_EQ(future.result(), 3);
  EXPECT_EQ(future.exception(), nullptr);
}

TEST_F(FutureTest, ThrowsInvalidStateErrorWhenNotDone) {
  const Future<int> future = loop.create_future<int>();
  EXPECT_EQ(message_of<aio::InvalidStateError>([&] { future.result(); }), "Result is not set.");
  EXPECT_EQ(message_of<aio::InvalidStateError>([&] { future.exception(); }),
            "Exception is not set.");
}

TEST_F(FutureTest, ThrowsInvalidStateErrorWhenSetTwice) {
  const Future<int> future = loop.create_future<int>();
  future.set_result(1);
  EXPECT_EQ(message_of<aio::InvalidStateError>([&] { future.set_result(2); }), "invalid state");
  EXPECT_EQ(message_of<aio::InvalidStateError>([&] { future.set_exception(1); }), "invalid state");
  EXPECT_EQ(future.result(), 1);
}

TEST_F(FutureTest, ThrowsInvalidStateErrorWhenSetAfterCancel) {
  const Future<void> future = loop.create_future();
  EXPECT_TRUE(future.cancel());
  EXPECT_FALSE(future.cancel());
  EXPECT_EQ(message_of<aio::InvalidStateError>([&] { future.set_result(); }), "invalid state");
}

TEST_F(FutureTest, ThrowsCancelledErrorOnceCancelled) {
  const Future<int> future = loop.create_future<int>();
  future.cancel("enough");
  EXPECT_TRUE(future.done());
  EXPECT_TRUE(future.cancelled());
  EXPECT_EQ(message_of<aio::CancelledError>([&] { future.result(); }), "enough");
  EXPECT_EQ(message_of<aio::CancelledError>([&] { future.exception(); }), "enough");
}

TEST_F(FutureTest, CancelledErrorIsNoStandardException) {
  EXPECT_FALSE((std::is_base_of_v<std::exception, aio::CancelledError>));
}

TEST_F(FutureTest, CallsBackThroughTheLoopInOrder) {
  std::string log;
  const Future<int> future = loop.create_future<int>();
  future.add_done_callback([&](Future<int> done) { log += std::to_string(done.result()); });
  future.add_done_callback([&](auto) { log += "b"; });
  future.set_result(1);
  future.add_done_callback([&](auto) { log += "c"; });
  EXPECT_EQ(log, "");
  turn();
  EXPECT_EQ(log, "1bc");
}

TEST_F(FutureTest, DoesNotCallBackWhatIsRemoved) {
  const Future<void> future = loop.create_future();
  const auto id = future.add_done_callback([](auto) { FAIL(); });
  EXPECT_TRUE(future.remove_done_callback(id));
  EXPECT_FALSE(future.remove_done_callback(id));
  future.set_result();
  turn();
}

TEST_F(FutureTest, IsReportedWhenItsExceptionIsNeverRetrieved) {
  loop.create_future<int>().set_exception(std::runtime_error("lost"));
  expect_report("error: Future exception was never retrieved; future: "
                "<Future finished exception=std::runtime_error('lost') created at ");
}

TEST_F(FutureTest, IsNotReportedWhenSomebodyLookedAtItsException) {
  const Future<void> read = loop.create_future();
  read.set_exception(std::runtime_error("seen"));
  EXPECT_NE(read.exception(), nullptr);
  const Future<void> thrown = loop.create_future();
  thrown.set_exception(std::runtime_error("seen"));
  EXPECT_THROW(thrown.result(), std::runtime_error);
}

TEST_F(FutureTest, WakesAllWhoWaitForIt) {
  const Future<int> future = loop.create_future<int>();
  const auto wait = [](Future<int> future) -> Coroutine<int> { co_return co_await future; };
  const auto outer = [&]() -> Coroutine<int> {
    auto a = aio::create_task(wait(future));
    auto b = aio::create_task(wait(future));
    co_await aio::sleep(0);
    future.set_result(20);
    co_return co_await a + co_await b + co_await future;
  };
  EXPECT_EQ(loop.run_until_complete(outer()), 60);
}

TEST_F(FutureTest, GivesAResultThatCannotBeCopiedOnce) {
  const auto outer = [&]() -> Coroutine<int> {
    auto future = loop.create_future<std::unique_ptr<int>>();
    future.set_result(std::make_unique<int>(5));
    const std::unique_ptr<int> &shared = co_await future;
    const int *address = shared.get();
    std::unique_ptr<int> taken = co_await std::move(future);
    co_return taken.get() == address ? *taken : 0;
  };
  EXPECT_EQ(loop.run_until_complete(outer()), 5);
}

TEST_F(FutureTest, AwaitedOutsideOfATaskThrows) {
  const auto outer = [&]() -> Coroutine<std::string> {
    aio::EventLoop other;
    const Future<void> foreign = other.create_future();
    std::string text;
    try {
      co_await foreign;
    } catch (const aio::RuntimeError &error) {
      text = error.what();
    }
    other.close();
    co_return text;
  };
  const std::string text = loop.run_until_complete(outer());
  EXPECT_NE(text.find("attached to a different loop"), std::string::npos) << text;
}

TEST_F(FutureTest, OutlivesItsLoop) {
  Future<int> future;
  {
    aio::EventLoop other;
    future = other.create_future<int>();
    future.add_done_callback([](auto) {});
    other.close();
  }
  future.set_result(1);
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { future.add_done_callback([](auto) {}); }),
            "Event loop is closed");
  EXPECT_EQ(future.result(), 1);
}

TEST_F(FutureTest, ThatItsOwnCallbackHoldsDoesNotOutliveItsLoop) {
  const Future<void> future = loop.create_future();
  future.add_done_callback([future](auto) {});
}

TEST_F(FutureTest, KnowsItsLoop) {
  Future<void> future;
  {
    aio::EventLoop loop;
    future = loop.create_future();
    EXPECT_EQ(&future.get_loop(), &loop);
    loop.close();
  }
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { future.get_loop(); }),
            "the event loop of this future is gone");
}

} // namespace
