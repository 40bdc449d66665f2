// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>

namespace {

using aio::Coroutine;

class CoroutineTest : public AioTest {};

Coroutine<int> answer() { co_return 42; }
Coroutine<void> fails() {
  throw std::runtime_error("boom");
  co_return;
}
Coroutine<void> notes(std::string &log, std::string text) {
  log += text;
  co_return;
}

struct Client {
  template <class T> Coroutine<std::vector<T>> fetch(int, const char *) const { co_return {}; }
};

TEST_F(CoroutineTest, ReturnsItsResult) { EXPECT_EQ(aio::run(answer()), 42); }

TEST_F(CoroutineTest, ReturnsResultsThatCannotBeCopied) {
  const auto make = []() -> Coroutine<std::unique_ptr<int>> { co_return std::make_unique<int>(7); };
  const auto outer = [&]() -> Coroutine<std::unique_ptr<int>> { co_return co_await make(); };
  EXPECT_EQ(*aio::run(outer()), 7);
}

TEST_F(CoroutineTest, ReturnsReferences) {
  int variable = 1;
  const auto get = [&]() -> Coroutine<int &> { co_return variable; };
  const auto outer = [&]() -> Coroutine<int &> { co_return co_await aio::create_task(get()); };
  EXPECT_EQ(&aio::run(outer()), &variable);
}

TEST_F(CoroutineTest, ThrowsAtTheAwaitWhatItThrew) {
  const auto outer = []() -> Coroutine<std::string> {
    try {
      co_await fails();
    } catch (const std::runtime_error &error) {
      co_return error.what();
    }
    co_return "nothing";
  };
  EXPECT_EQ(aio::run(outer()), "boom");
}

TEST_F(CoroutineTest, RunsNothingBeforeItIsAwaited) {
  std::string log;
  const auto outer = [&]() -> Coroutine<void> {
    auto later = notes(log, "a");
    log += "b";
    co_await std::move(later);
  };
  aio::run(outer());
  EXPECT_EQ(log, "ba");
}

TEST_F(CoroutineTest, IsReportedWhenItIsNeverAwaited) {
  answer();
  expect_report("RuntimeWarning: coroutine 'answer' was never awaited (defined at ");
}

TEST_F(CoroutineTest, IsReportedWithItsPlace) {
  const unsigned line = std::source_location::current().line() + 1;
  []() -> Coroutine<void> { co_return; }();
  expect_report("CoroutineTest.cpp:" + std::to_string(line) + ")");
}

TEST_F(CoroutineTest, IsNamedAsInTheSource) {
  Client().fetch<std::string>(1, "");
  expect_report("coroutine 'Client::fetch' was never awaited");
  const auto lambda = [](auto) -> Coroutine<void> { co_return; };
  lambda(std::vector<int>());
  expect_report("::<lambda>' was never awaited");
}

TEST_F(CoroutineTest, IsNotReportedOnceClosed) {
  auto coroutine = answer();
  coroutine.close();
  EXPECT_FALSE(coroutine);
}

TEST_F(CoroutineTest, CannotBeAwaitedTwice) {
  const auto outer = []() -> Coroutine<std::string> {
    auto coroutine = answer();
    co_await std::move(coroutine);
    try {
      co_await std::move(coroutine); // NOLINT
    } catch (const aio::RuntimeError &error) {
      co_return error.what();
    }
    co_return "";
  };
  EXPECT_EQ(aio::run(outer()), "cannot reuse already awaited coroutine");
}

TEST_F(CoroutineTest, TransfersWithoutGrowingTheStack) {
  struct Deep {
    static Coroutine<int> down(int depth) {
      if (depth == 0)
        co_return 0;
      co_return co_await down(depth - 1) + 1;
    }
  };
#if defined(__OPTIMIZE__) && !__has_feature(address_sanitizer)
  constexpr int depth = 200000;
#else
  constexpr int depth = 2000;
#endif
  EXPECT_EQ(aio::run(Deep::down(depth)), depth);
}

TEST_F(CoroutineTest, DroppedByACallbackIsReported) {
  const auto outer = []() -> Coroutine<void> {
    aio::get_running_loop().call_soon([]() -> Coroutine<void> { co_return; });
    co_await aio::sleep(0);
  };
  aio::run(outer());
  expect_report("::<lambda>' was never awaited");
}

} // namespace
