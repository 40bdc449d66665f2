// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <set>

namespace {

using aio::Coroutine;

class ShuffleTest : public AioTest {
protected:
  /// What five tasks do that go round three times, each with two callbacks per round.
  static std::string run(unsigned long long seed) {
    aio::EventLoop loop;
    const aio::testing::VirtualClock clock(loop);
    aio::testing::shuffle_ready(loop, seed);
    std::string log;
    const auto worker = [&](char name) -> Coroutine<void> {
      for (int i = 0; i < 3; ++i) {
        loop.call_soon([&log, name] { log += name; });
        loop.call_soon([&log, name] { log += static_cast<char>(name - 'a' + 'A'); });
        co_await aio::sleep(0);
        log += '.';
      }
    };
    loop.run_until_complete([&]() -> Coroutine<void> {
      co_await aio::gather(worker('a'), worker('b'), worker('c'), worker('d'), worker('e'));
    }());
    loop.close();
    return log;
  }
};

TEST_F(ShuffleTest, EachSeedHasAnOrderOfItsOwn) {
  std::set<std::string> orders;
  for (unsigned long long seed = 0; seed < 20; ++seed)
    orders.insert(run(seed));
  EXPECT_GT(orders.size(), 15u);
}

TEST_F(ShuffleTest, TheSameSeedRepeatsItsOrder) {
  EXPECT_EQ(run(7), run(7));
  EXPECT_NE(run(7), run(8));
}

TEST_F(ShuffleTest, WhatOneCallbackSchedulesKeepsItsOrder) {
  for (unsigned long long seed = 0; seed < 20; ++seed) {
    const std::string log = run(seed);
    for (char name = 'a'; name <= 'e'; ++name) {
      std::string own;
      std::copy_if(log.begin(), log.end(), std::back_inserter(own),
                   [&](char c) { return c == name || c == name - 'a' + 'A'; });
      const std::string pair{name, static_cast<char>(name - 'a' + 'A')};
      EXPECT_EQ(own, pair + pair + pair) << log;
    }
  }
}

TEST_F(ShuffleTest, NothingMovesToAnotherTurn) {
  for (unsigned long long seed = 0; seed < 20; ++seed) {
    aio::EventLoop loop;
    aio::testing::shuffle_ready(loop, seed);
    std::string log;
    for (int i = 0; i < 4; ++i)
      loop.call_soon([&] {
        loop.call_soon([&] { log += '2'; });
        log += '1';
      });
    loop.call_soon([&] { loop.call_soon([&] { loop.stop(); }); });
    loop.run_forever();
    EXPECT_EQ(log, "11112222");
    loop.close();
  }
}

TEST_F(ShuffleTest, TimersKeepTheOrderOfTimeOnly) {
  std::set<std::string> orders;
  for (unsigned long long seed = 0; seed < 20; ++seed) {
    aio::EventLoop loop;
    const aio::testing::VirtualClock clock(loop);
    aio::testing::shuffle_ready(loop, seed);
    std::string log;
    for (const char name : {'a', 'b', 'c'})
      loop.call_soon([&, name] {
        loop.call_at(1, [&, name] { log += name; });
        loop.call_at(1, [&, name] { log += static_cast<char>(name - 'a' + 'A'); });
        loop.call_at(2, [&] { log += '2'; });
      });
    loop.call_at(3, [&] { loop.stop(); });
    loop.call_at(0.5, [&] { clock.advance(4); });
    loop.run_forever();
    EXPECT_TRUE(log.ends_with("222")) << log;
    for (const char *pair : {"aA", "bB", "cC"})
      EXPECT_NE(log.find(pair), std::string::npos) << log;
    orders.insert(log);
    loop.close();
  }
  EXPECT_EQ(orders.size(), 6u);
}

TEST_F(ShuffleTest, MayBeginWhenCallbacksWait) {
  aio::EventLoop loop;
  std::string log;
  loop.call_soon([&] { log += 'a'; });
  aio::testing::shuffle_ready(loop, 3);
  loop.call_soon([&] { log += 'b'; });
  loop.stop();
  loop.run_forever();
  EXPECT_EQ(log, "ab");
  loop.close();
}

} // namespace
