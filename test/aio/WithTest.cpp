// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>

namespace {

using aio::Coroutine;

class WithTest : public AioTest {};

/// Notes what happens to it; what the members say.
struct Noting {
  std::string &log;
  bool swallows = false;
  bool enter_throws = false;
  bool exit_throws = false;

  Coroutine<int> enter() {
    co_await aio::sleep(0);
    if (enter_throws)
      throw std::runtime_error("enter");
    log += "enter ";
    co_return 7;
  }
  Coroutine<bool> exit(std::exception_ptr exception) {
    co_await aio::sleep(0);
    log += exception ? "exit! " : "exit ";
    if (exit_throws)
      throw std::runtime_error("exit");
    co_return swallows;
  }
};

/// Gives nothing, swallows nothing, cannot be copied.
struct Plain {
  explicit Plain(int &entered) : entered(entered) {}
  Plain(const Plain &) = delete;
  Coroutine<void> enter() {
    ++entered;
    co_return;
  }
  Coroutine<void> exit(const std::exception_ptr &) {
    --entered;
    co_return;
  }
  int &entered;
};

Coroutine<void> boom() {
  throw std::runtime_error("boom");
  co_return;
}

TEST_F(WithTest, EntersRunsTheBodyAndExits) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    const int result = co_await aio::with(Noting{log}, [&](int entered) -> Coroutine<int> {
      log += "body ";
      co_return 10 * entered;
    });
    EXPECT_EQ(result, 70);
  };
  aio::run(outer());
  EXPECT_EQ(log, "enter body exit ");
}

TEST_F(WithTest, KeepsTheContextAndTheBodyUntilTheEnd) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(aio::with(
        Noting{log}, [&log, kept = std::make_unique<std::string>("kept ")]() -> Coroutine<void> {
          co_await aio::sleep(0);
          log += *kept;
        }));
    co_await task;
  };
  aio::run(outer());
  EXPECT_EQ(log, "enter kept exit ");
}

TEST_F(WithTest, RefersToAContextThatIsAnLvalue) {
  int entered = 0;
  const auto outer = [&]() -> Coroutine<void> {
    Plain plain(entered);
    co_await aio::with(plain, [&]() -> Coroutine<void> {
      EXPECT_EQ(entered, 1);
      co_return;
    });
    EXPECT_EQ(entered, 0);
    EXPECT_THROW(co_await aio::with(plain, boom), std::runtime_error);
    EXPECT_EQ(entered, 0);
  };
  aio::run(outer());
}

TEST_F(WithTest, ThrowsTheBodysExceptionOn) {
  std::string log;
  EXPECT_EQ(message_of<std::runtime_error>([&] { aio::run(aio::with(Noting{log}, boom)); }),
            "boom");
  EXPECT_EQ(log, "enter exit! ");
}

TEST_F(WithTest, ExitMaySwallowTheException) {
  std::string log;
  aio::run(aio::with(Noting{.log = log, .swallows = true}, boom));
  EXPECT_EQ(log, "enter exit! ");
}

TEST_F(WithTest, ABodyThatHasAResultHasNoneThen) {
  std::string log;
  const auto body = []() -> Coroutine<int> {
    throw std::runtime_error("boom");
    co_return 1;
  };
  EXPECT_EQ(message_of<aio::RuntimeError>(
                [&] { aio::run(aio::with(Noting{.log = log, .swallows = true}, body)); }),
            "with() has no result: the context swallowed the exception");
}

TEST_F(WithTest, ExitMayThrowAnotherException) {
  std::string log;
  EXPECT_EQ(message_of<std::runtime_error>(
                [&] { aio::run(aio::with(Noting{.log = log, .exit_throws = true}, boom)); }),
            "exit");
}

TEST_F(WithTest, DoesNotExitWhatItDidNotEnter) {
  std::string log;
  EXPECT_EQ(message_of<std::runtime_error>(
                [&] { aio::run(aio::with(Noting{.log = log, .enter_throws = true}, boom)); }),
            "enter");
  EXPECT_EQ(log, "");
}

TEST_F(WithTest, ExitsAfterACancellation) {
  NEEDS_ORDER();
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto task = aio::create_task(aio::with(Noting{log}, [] { return aio::sleep(3600); }));
    while (log.empty())
      co_await aio::sleep(0);
    task.cancel();
    EXPECT_THROW(co_await task, aio::CancelledError);
  };
  aio::run(outer());
  EXPECT_EQ(log, "enter exit! ");
}

TEST_F(WithTest, ABodyThatThrowsBeforeItReturnsACoroutineIsLeftToo) {
  std::string log;
  const auto body = []() -> Coroutine<void> { throw std::runtime_error("early"); };
  EXPECT_EQ(message_of<std::runtime_error>([&] { aio::run(aio::with(Noting{log}, body)); }),
            "early");
  EXPECT_EQ(log, "enter exit! ");
}

} // namespace
