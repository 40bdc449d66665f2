// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>

namespace {

using aio::AsyncGenerator;
using aio::Coroutine;

class AsyncGeneratorTest : public AioTest {};

/// Says what happens to it.
AsyncGenerator<int> count(std::string &log, int to) {
  struct AtExit {
    std::string &log;
    ~AtExit() { log += "exit "; }
  } const at_exit{log};
  log += "start ";
  for (int i = 0; i < to; ++i) {
    co_yield i;
    co_await aio::sleep(0);
  }
}

/// Answers an exception that is thrown at its first item with an item.
AsyncGenerator<int> stubborn(std::string &log) {
  try {
    co_yield 1;
  } catch (const aio::GeneratorExit &) {
    log += "closed ";
  } catch (const std::exception &error) {
    log += std::string(error.what()) + ' ';
  }
  co_yield 2;
}

AsyncGenerator<int> forwards(AsyncGenerator<int> inner) {
  while (const auto item = co_await inner.next())
    co_yield *item * 10;
}

std::string text(const std::optional<int> &item) { return item ? std::to_string(*item) : "end"; }

TEST_F(AsyncGeneratorTest, YieldsAndAwaits) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = count(log, 3);
    EXPECT_EQ(log, "");
    while (const auto item = co_await items.next())
      log += std::to_string(*item) + ' ';
    EXPECT_EQ(co_await items.next(), std::nullopt);
  };
  aio::run(main());
  EXPECT_EQ(log, "start 0 1 2 exit ");
}

TEST_F(AsyncGeneratorTest, ThatNeverStartsIsNoMistake) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto dropped = count(log, 3);
    const auto closed = count(log, 3);
    co_await closed.aclose();
    EXPECT_EQ(co_await closed.next(), std::nullopt);
    EXPECT_EQ(co_await closed.athrow(std::runtime_error("late")), std::nullopt);
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "");
}

TEST_F(AsyncGeneratorTest, YieldsWhatCannotBeCopied) {
  const auto main = []() -> Coroutine<void> {
    const auto items = []() -> AsyncGenerator<std::unique_ptr<int>> {
      co_yield std::make_unique<int>(7);
    }();
    EXPECT_EQ(**co_await items.next(), 7);
    EXPECT_FALSE(co_await items.next());
  };
  aio::run(main());
}

TEST_F(AsyncGeneratorTest, CopiesAreTheSameGenerator) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    auto items = std::make_unique<AsyncGenerator<int>>(count(log, 2));
    const auto copy = *items;
    EXPECT_EQ(copy, *items);
    EXPECT_FALSE(copy == count(log, 1));
    EXPECT_EQ(co_await items->next(), 0);
    items.reset();
    EXPECT_EQ(co_await copy.next(), 1);
    co_await copy.aclose();
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "start exit ");
}

TEST_F(AsyncGeneratorTest, TakesItemsOfAnother) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = forwards(count(log, 3));
    while (const auto item = co_await items.next())
      log += std::to_string(*item) + ' ';
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "start 0 10 20 exit ");
}

TEST_F(AsyncGeneratorTest, ThrowsWhatTheBodyThrowsAndEnds) {
  const auto main = []() -> Coroutine<void> {
    const auto items = []() -> AsyncGenerator<int> {
      co_yield 1;
      throw std::runtime_error("boom");
    }();
    EXPECT_EQ(co_await items.next(), 1);
    std::string message;
    try {
      co_await items.next();
    } catch (const std::runtime_error &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "boom");
    EXPECT_EQ(co_await items.next(), std::nullopt);
  };
  aio::run(main());
}

TEST_F(AsyncGeneratorTest, AcloseRunsTheCleanUp) {
  std::string log;
  const auto body = [&]() -> AsyncGenerator<int> {
    bool closing = false;
    try {
      co_yield 1;
    } catch (const aio::GeneratorExit &) {
      closing = true;
    }
    co_await aio::sleep(0);
    log += closing ? "cleaned " : "went on ";
    if (closing)
      throw aio::GeneratorExit();
    co_yield 2;
  };
  const auto main = [&]() -> Coroutine<void> {
    const auto items = body();
    co_await items.next();
    co_await items.aclose();
    log += "closed ";
    co_await items.aclose();
    EXPECT_EQ(co_await items.next(), std::nullopt);
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "cleaned closed ");
}

TEST_F(AsyncGeneratorTest, AcloseThrowsWhatTheCleanUpThrows) {
  const auto main = []() -> Coroutine<void> {
    const auto items = []() -> AsyncGenerator<int> {
      try {
        co_yield 1;
      } catch (...) {
        throw std::runtime_error("clean-up");
      }
    }();
    co_await items.next();
    co_await items.aclose();
  };
  EXPECT_EQ(message_of<std::runtime_error>([&] { aio::run(main()); }), "clean-up");
}

TEST_F(AsyncGeneratorTest, MustNotIgnoreAclose) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = stubborn(log);
    co_await items.next();
    std::string message;
    try {
      co_await items.aclose();
    } catch (const aio::RuntimeError &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "async generator ignored GeneratorExit");
    co_await items.aclose();
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "closed ");
}

TEST_F(AsyncGeneratorTest, AthrowThrowsAtTheYield) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = stubborn(log);
    co_await items.next();
    EXPECT_EQ(text(co_await items.athrow(std::runtime_error("thrown"))), "2");
    std::string message;
    try {
      co_await items.athrow(std::make_exception_ptr(std::runtime_error("again")));
    } catch (const std::runtime_error &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "again");
    EXPECT_EQ(text(co_await items.next()), "end");
    EXPECT_EQ(text(co_await items.athrow(std::runtime_error("late"))), "end");
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "thrown ");
}

TEST_F(AsyncGeneratorTest, AthrowBeforeTheStartEndsIt) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = count(log, 3);
    std::string message;
    try {
      co_await items.athrow(std::runtime_error("early"));
    } catch (const std::runtime_error &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "early");
    EXPECT_EQ(co_await items.next(), std::nullopt);
  };
  aio::run(main());
  EXPECT_EQ(log, "");
}

TEST_F(AsyncGeneratorTest, RunsForOneAtATime) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = count(log, 2);
    co_await items.next();
    const auto other = aio::create_task(items.next());
    co_await aio::sleep(0);
    const auto refused = [](auto awaitable) -> Coroutine<std::string> {
      try {
        co_await std::move(awaitable);
      } catch (const aio::RuntimeError &error) {
        co_return error.what();
      }
      co_return "no exception";
    };
    EXPECT_EQ(co_await refused(items.next()), "anext(): asynchronous generator is already running");
    EXPECT_EQ(co_await refused(items.aclose()),
              "aclose(): asynchronous generator is already running");
    EXPECT_EQ(co_await refused(items.athrow(std::runtime_error("no"))),
              "athrow(): asynchronous generator is already running");
    EXPECT_EQ(text(co_await other), "1");
    co_await items.aclose();
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "start exit ");
}

TEST_F(AsyncGeneratorTest, ACancelledTaskThrowsWhereTheBodyWaits) {
  std::string log;
  const auto body = [&]() -> AsyncGenerator<int> {
    co_yield 1;
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      log += "cancelled ";
      throw;
    }
  };
  const auto main = [&]() -> Coroutine<void> {
    const auto items = body();
    co_await items.next();
    const auto task = aio::create_task(items.next());
    co_await aio::sleep(0);
    task.cancel();
    bool cancelled = false;
    try {
      co_await task;
    } catch (const aio::CancelledError &) {
      cancelled = true;
    }
    EXPECT_TRUE(cancelled);
    EXPECT_EQ(text(co_await items.next()), "end");
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "cancelled ");
}

TEST_F(AsyncGeneratorTest, ServesSeveralTasksInTurn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto items = count(log, 4);
    EXPECT_EQ(text(co_await items.next()), "0");
    EXPECT_EQ(text(co_await aio::create_task(items.next())), "1");
    EXPECT_EQ(text(co_await aio::create_task(items.next())), "2");
    EXPECT_EQ(text(co_await items.next()), "3");
    EXPECT_EQ(text(co_await items.next()), "end");
  };
  aio::run(main());
}

TEST_F(AsyncGeneratorTest, DroppedHalfwayIsReportedInDebugMode) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    co_await count(log, 3).next();
    log += "dropped ";
  };
  aio::run(main(), {.debug = true});
  EXPECT_EQ(log, "start exit dropped ");
  const std::string report = expect_report(
      "ResourceWarning: asynchronous generator 'count' was destroyed without aclose()");
  EXPECT_NE(report.find("AsyncGeneratorTest.cpp:"), std::string::npos) << report;
  log.clear();
  aio::run(main(), {.debug = false});
  EXPECT_EQ(log, "start exit dropped ");
}

TEST_F(AsyncGeneratorTest, RunClosesWhatIsLeft) {
  std::string log;
  std::optional<AsyncGenerator<int>> kept;
  const auto main = [&]() -> Coroutine<void> {
    kept = stubborn(log);
    co_await kept->next();
    kept = count(log, 3);
    co_await kept->next();
  };
  aio::run(main(), {.debug = false});
  EXPECT_EQ(log, "start exit ");
}

TEST_F(AsyncGeneratorTest, ShutdownReportsWhatTheyThrow) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const auto bad = stubborn(log);
    const auto good = count(log, 3);
    co_await bad.next();
    co_await good.next();
    co_await aio::get_running_loop().shutdown_asyncgens();
    EXPECT_EQ(log, "start closed exit ");
    EXPECT_EQ(co_await good.next(), std::nullopt);
    co_await bad.aclose();
  };
  aio::run(main(), {.debug = true});
  expect_report("error: an error occurred during closing of asynchronous generator "
                "<async_generator object stubborn at 0x");
}

TEST_F(AsyncGeneratorTest, ThatStartsAfterTheShutdownIsReported) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    co_await aio::get_running_loop().shutdown_asyncgens();
    const auto late = count(log, 1);
    const std::string repr = late.repr().c_str();
    EXPECT_TRUE(repr.starts_with("<async_generator object count at 0x")) << repr;
    co_await late.next();
    co_await late.aclose();
  };
  aio::run(main());
  const std::string report =
      expect_report("ResourceWarning: asynchronous generator <async_generator");
  EXPECT_TRUE(report.ends_with(" was scheduled after loop.shutdown_asyncgens() call")) << report;
}

TEST_F(AsyncGeneratorTest, AclosingClosesItWhicheverWayTheBodyEnds) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    co_await aio::with(aio::aclosing(count(log, 3)),
                       [&](AsyncGenerator<int> &items) -> Coroutine<void> {
                         log += text(co_await items.next()) + ' ';
                       });
    const auto items = count(log, 3);
    co_await aio::with(aio::aclosing(items), [&]() -> Coroutine<void> {
      co_await items.next();
      throw std::runtime_error("body");
    });
  };
  EXPECT_EQ(message_of<std::runtime_error>([&] { aio::run(main(), {.debug = true}); }), "body");
  EXPECT_EQ(log, "start 0 exit start exit ");
}

TEST_F(AsyncGeneratorTest, MayBeWaitingWhenTheLoopCloses) {
  aio::EventLoop loop;
  const auto body = []() -> AsyncGenerator<int> {
    co_yield 1;
    co_await aio::sleep(3600);
  };
  const auto main = [&]() -> Coroutine<void> {
    const auto items = body();
    co_await items.next();
    aio::create_task(items.next());
    co_await aio::sleep(0);
  };
  loop.set_debug(false);
  loop.run_until_complete(main());
  loop.close();
  expect_report("Task was destroyed but it is pending!");
}

TEST_F(AsyncGeneratorTest, ADroppedNextIsReported) {
  std::string log;
  {
    count(log, 1).next();
  }
  expect_report("next' was never awaited");
}

} // namespace
