// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

namespace {

using aio::Coroutine;
using aio::ExceptionGroup;
using aio::TaskGroup;

class TaskGroupTest : public AioTest {};

Coroutine<int> number(int value, int turns = 1) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  co_return value;
}
Coroutine<void> fails(std::string text, int turns = 0) {
  for (int i = 0; i < turns; ++i)
    co_await aio::sleep(0);
  throw std::runtime_error(text);
}
Coroutine<void> waits_long() { co_await aio::sleep(3600); }
Coroutine<void> fails_at_the_end(std::string text) {
  try {
    co_await waits_long();
  } catch (const aio::CancelledError &) {
    throw std::runtime_error(text);
  }
}

/// "what(): what() of each".
std::string texts(const ExceptionGroup &group) {
  std::string text = std::string(group.what()) + ":";
  for (const std::exception_ptr &exception : group.exceptions()) {
    text += ' ';
    text += message_of<std::exception>([&] { std::rethrow_exception(exception); });
  }
  return text;
}

/// What with(TaskGroup(), body) throws.
template <class Body> Coroutine<std::string> errors_of(Body body) {
  try {
    co_await aio::with(TaskGroup(), body);
  } catch (const ExceptionGroup &group) {
    co_return texts(group);
  }
  co_return "none";
}

TEST_F(TaskGroupTest, WaitsForItsTasks) {
  const auto outer = []() -> Coroutine<void> {
    aio::Task<int> a;
    const int result = co_await aio::with(TaskGroup(), [&](TaskGroup &group) -> Coroutine<int> {
      a = group.create_task(number(1, 5), "worker");
      EXPECT_STREQ(a.get_name().c_str(), "worker");
      group.create_task([](TaskGroup group) -> Coroutine<void> {
        co_await aio::sleep(0);
        group.create_task(number(2, 9));
      }(group));
      co_return 7;
    });
    EXPECT_EQ(result, 7);
    EXPECT_EQ(a.result(), 1);
    EXPECT_EQ(aio::all_tasks().size(), 1U);
    co_await aio::with(TaskGroup(), [](TaskGroup &) { return aio::sleep(0); });
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, CancelsTheOthersAndTheBodyWhenATaskThrows) {
  const auto outer = []() -> Coroutine<void> {
    bool body_cancelled = false;
    aio::Task<void> other;
    const std::string text = co_await errors_of([&](TaskGroup &group) -> Coroutine<void> {
      group.create_task(fails("boom", 2));
      other = group.create_task(waits_long());
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        body_cancelled = true;
        throw;
      }
    });
    EXPECT_EQ(text, "unhandled errors in a TaskGroup (1 sub-exception): boom");
    EXPECT_TRUE(body_cancelled);
    EXPECT_TRUE(other.cancelled());
    EXPECT_EQ(aio::current_task().cancelling(), 0);
    co_await aio::sleep(0);
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, CollectsAllExceptionsTheBodysLast) {
  const auto outer = []() -> Coroutine<void> {
    const std::string text = co_await errors_of([](TaskGroup &group) -> Coroutine<void> {
      group.create_task(fails_at_the_end("second"));
      group.create_task(fails("first"));
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
        throw std::runtime_error("body");
      }
    });
    EXPECT_EQ(text, "unhandled errors in a TaskGroup (3 sub-exceptions): first second body");
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, CancelsItsTasksWhenTheBodyThrows) {
  const auto outer = []() -> Coroutine<void> {
    aio::Task<void> task;
    const std::string text = co_await errors_of([&](TaskGroup &group) -> Coroutine<void> {
      task = group.create_task(waits_long());
      co_await aio::sleep(0);
      throw std::runtime_error("body");
    });
    EXPECT_EQ(text, "unhandled errors in a TaskGroup (1 sub-exception): body");
    EXPECT_TRUE(task.cancelled());
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, TakesACancelledTaskAsEndedWell) {
  const auto outer = []() -> Coroutine<void> {
    co_await aio::with(TaskGroup(), [](TaskGroup &group) -> Coroutine<void> {
      auto task = group.create_task(waits_long());
      auto other = group.create_task(number(1, 4));
      co_await aio::sleep(0);
      task.cancel();
      EXPECT_EQ(co_await other, 1);
    });
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, PassesTheCancellationOfItsParentOn) {
  for (const bool in_body : {true, false}) {
    const auto outer = [&]() -> Coroutine<void> {
      aio::Task<void> inner;
      const auto body = [&](TaskGroup &group) -> Coroutine<void> {
        inner = group.create_task(waits_long());
        if (in_body)
          co_await waits_long();
      };
      auto parent = aio::create_task(aio::with(TaskGroup(), body));
      co_await aio::sleep(0);
      co_await aio::sleep(0);
      parent.cancel("why");
      std::string message;
      try {
        co_await parent;
      } catch (const aio::CancelledError &error) {
        message = error.what();
      }
      EXPECT_EQ(message, "why");
      EXPECT_EQ(parent.cancelling(), 1);
      EXPECT_TRUE(inner.cancelled());
    };
    aio::run(outer());
  }
}

TEST_F(TaskGroupTest, PrefersExceptionsToTheCancellationOfItsParent) {
  const auto outer = []() -> Coroutine<void> {
    auto parent = aio::create_task(errors_of([](TaskGroup &group) -> Coroutine<void> {
      group.create_task(fails_at_the_end("clean-up"));
      co_await waits_long();
    }));
    co_await aio::sleep(0);
    co_await aio::sleep(0);
    parent.cancel();
    EXPECT_EQ(co_await parent, "unhandled errors in a TaskGroup (1 sub-exception): clean-up");
    EXPECT_EQ(parent.cancelling(), 1);
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, GoesOnWaitingWhenItsParentIsCancelledAgain) {
  const auto outer = []() -> Coroutine<void> {
    std::string log;
    const auto slow_to_end = [&]() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
      }
      co_await number(1, 5);
      log += "ended ";
    };
    auto parent = aio::create_task(aio::with(TaskGroup(), [&](TaskGroup &group) -> Coroutine<void> {
      group.create_task(slow_to_end());
      co_return;
    }));
    co_await aio::sleep(0);
    for (int i = 0; i < 3; ++i) {
      co_await aio::sleep(0);
      parent.cancel();
    }
    EXPECT_THROW(co_await parent, aio::CancelledError);
    EXPECT_EQ(log, "ended ");
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, MayBeNested) {
  const auto outer = []() -> Coroutine<void> {
    std::string inner_text;
    const std::string text = co_await errors_of([&](TaskGroup &group) -> Coroutine<void> {
      group.create_task(fails("outer", 4));
      inner_text = co_await errors_of([](TaskGroup &group) -> Coroutine<void> {
        group.create_task(fails("inner", 1));
        co_await waits_long();
      });
      co_await waits_long();
    });
    EXPECT_EQ(inner_text, "unhandled errors in a TaskGroup (1 sub-exception): inner");
    EXPECT_EQ(text, "unhandled errors in a TaskGroup (1 sub-exception): outer");
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, WithinATimeoutEndsWithIt) {
  const auto outer = []() -> Coroutine<void> {
    const auto body = []() -> Coroutine<void> {
      co_await aio::with(TaskGroup(), [](TaskGroup &group) -> Coroutine<void> {
        group.create_task(waits_long());
        co_return;
      });
    };
    EXPECT_THROW(co_await aio::with(aio::timeout(0), body), aio::TimeoutError);
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, CreatesTasksOnlyWhileItRuns) {
  const auto outer = [&]() -> Coroutine<void> {
    const TaskGroup group;
    const auto create = [&] {
      auto coroutine = number(1);
      return message_of<aio::RuntimeError>([&] { group.create_task(std::move(coroutine)); });
    };
    EXPECT_EQ(create(), "TaskGroup <TaskGroup> has not been entered");
    expect_report("coroutine 'number' was never awaited");
    const auto late = [&]() -> Coroutine<void> {
      try {
        co_await waits_long();
      } catch (const aio::CancelledError &) {
      }
      EXPECT_EQ(create(), "TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down");
      expect_report("coroutine 'number' was never awaited");
    };
    const auto body = [&]() -> Coroutine<void> {
      group.create_task(fails("boom"));
      EXPECT_STREQ(group.repr().c_str(), "<TaskGroup tasks=1 entered>");
      group.create_task(late());
      co_return;
    };
    EXPECT_THROW(co_await aio::with(group, body), ExceptionGroup);
    EXPECT_EQ(create(), "TaskGroup <TaskGroup cancelling> is finished");
    expect_report("coroutine 'number' was never awaited");
    std::string text;
    try {
      co_await aio::with(group, waits_long);
    } catch (const aio::RuntimeError &error) {
      text = error.what();
    }
    EXPECT_EQ(text, "TaskGroup <TaskGroup cancelling> has already been entered");
  };
  aio::run(outer());
}

TEST_F(TaskGroupTest, IsFreedWithTheLoop) {
  aio::EventLoop loop;
  loop.create_task([]() -> Coroutine<void> {
    co_await aio::with(TaskGroup(), [](TaskGroup &group) -> Coroutine<void> {
      group.create_task(waits_long());
      co_return;
    });
  }());
  loop.call_soon([&] { loop.call_soon([&] { loop.stop(); }); });
  loop.run_forever();
  loop.close();
  expect_report("Task was destroyed but it is pending!");
  expect_report("Task was destroyed but it is pending!");
}

TEST_F(TaskGroupTest, ExceptionGroupHasAMessageAndExceptions) {
  EXPECT_EQ(message_of<aio::ValueError>([] { ExceptionGroup("text", {}); }),
            "second argument (exceptions) must be a non-empty sequence");
  aio::Array<std::exception_ptr> exceptions;
  exceptions.push_back(std::make_exception_ptr(std::runtime_error("boom")));
  const ExceptionGroup group("text", exceptions);
  const ExceptionGroup copy = group;
  EXPECT_STREQ(copy.message(), "text");
  EXPECT_EQ(texts(copy), "text (1 sub-exception): boom");
}

} // namespace
