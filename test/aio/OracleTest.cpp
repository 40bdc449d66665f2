// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <cstdio>
#include <functional>

namespace {

using aio::Coroutine;
using Log = std::function<void(std::string)>;

std::string digit(bool value) { return value ? "1" : "0"; }

Coroutine<void> worker(Log log, std::string name, int turns) {
  for (int turn = 0; turn < turns; ++turn) {
    log(name + std::to_string(turn));
    co_await aio::sleep(0);
  }
}

Coroutine<void> steps(Log log) {
  auto &loop = aio::get_running_loop();
  auto task = aio::create_task(worker(log, "a", 2));
  loop.call_soon([&] { log("soon"); });
  auto other = aio::create_task(worker(log, "b", 3));
  log("main");
  task.add_done_callback([&](auto) { log("a done"); });
  co_await task;
  log("after a");
  co_await other;
  log("after b");
}

Coroutine<void> futures(Log log) {
  auto &loop = aio::get_running_loop();
  auto future = loop.create_future<int>();
  const auto waits = [&](std::string name) -> Coroutine<void> {
    log(name + " waits");
    log(name + " has " + std::to_string(co_await future));
  };
  std::vector<aio::Task<void>> tasks;
  for (const char *name : {"a", "b"})
    tasks.push_back(aio::create_task(waits(name)));
  co_await aio::sleep(0);
  future.add_done_callback([&](auto) { log("callback"); });
  loop.call_soon([&] { log("before"); });
  future.set_result(1);
  loop.call_soon([&] { log("behind"); });
  log("main has " + std::to_string(co_await future));
  co_await aio::gather(tasks);
  log("end");
}

Coroutine<void> cancellation(Log log) {
  const auto inner = [&]() -> Coroutine<void> {
    try {
      co_await aio::sleep(3600);
    } catch (const aio::CancelledError &) {
      log("inner cancelled");
      throw;
    }
  };
  const auto outer = [&]() -> Coroutine<void> {
    struct Finally {
      Log &log;
      ~Finally() { log("outer ends"); }
    } finally{log};
    co_await inner();
  };
  auto task = aio::create_task(outer());
  task.add_done_callback([&](auto done) { log("done, cancelled " + digit(done.cancelled())); });
  co_await aio::sleep(0);
  for (int i = 0; i < 2; ++i) {
    const bool accepted = task.cancel();
    log("cancel " + digit(accepted) + ", done " + digit(task.done()));
  }
  try {
    co_await task;
  } catch (const aio::CancelledError &) {
    log("main sees it");
  }
  const bool accepted = task.cancel();
  log("cancel " + digit(accepted) + ", done " + digit(task.done()));
}

Coroutine<void> late_cancel(Log log) {
  auto future = aio::get_running_loop().create_future<int>();
  const auto waits = [&]() -> Coroutine<void> {
    try {
      log("has " + std::to_string(co_await future));
    } catch (const aio::CancelledError &) {
      log("cancelled");
    }
  };
  auto task = aio::create_task(waits());
  co_await aio::sleep(0);
  future.set_result(1);
  task.cancel();
  co_await task;
  log("task cancelled " + digit(task.cancelled()));
}

Coroutine<void> gathering(Log log) {
  const auto part = [&](std::string name, int turns, bool fails) -> Coroutine<void> {
    for (int turn = 0; turn < turns; ++turn)
      co_await aio::sleep(0);
    log(name + " ends");
    if (fails)
      throw std::runtime_error(name);
  };
  auto outer = aio::gather(part("a", 3, false), part("b", 1, true), part("c", 2, true));
  outer.add_done_callback([&](auto) { log("outer done"); });
  try {
    co_await outer;
  } catch (const std::runtime_error &error) {
    log(std::string("main sees ") + error.what());
  }
  for (int turn = 0; turn < 5; ++turn)
    co_await aio::sleep(0);
  log("end");
}

class OracleTest : public AioTest {};

TEST_F(OracleTest, EveryScenarioGoesAsInAsyncio) {
  NEEDS_ORDER();
  std::string expected;
  FILE *python = popen(AIO_ORACLE, "r");
  ASSERT_NE(python, nullptr);
  char buffer[4096];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, python))
    expected.append(buffer, size);
  ASSERT_EQ(pclose(python), 0);

  std::string actual;
  const auto run = [&](std::string name, Coroutine<void> (*scenario)(Log)) {
    aio::run(scenario([&](std::string text) { actual += name + ": " + text + '\n'; }));
  };
  run("steps", steps);
  run("futures", futures);
  run("cancellation", cancellation);
  run("late_cancel", late_cancel);
  run("gathering", gathering);
  EXPECT_EQ(actual, expected);
}

} // namespace
