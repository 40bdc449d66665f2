// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <csignal>
#include <memory>
#include <thread>

namespace {

using aio::Coroutine;

class SignalTest : public AioTest {
protected:
  void TearDown() override {
    loop.close();
    AioTest::TearDown();
  }
  aio::EventLoop loop;
};

TEST_F(SignalTest, CallsTheHandlerEachTimeOnTheLoop) {
  int calls = 0;
  loop.add_signal_handler(SIGUSR1, [&] {
    EXPECT_EQ(&aio::get_running_loop(), &loop);
    if (++calls == 2)
      loop.stop();
    else
      raise(SIGUSR1);
  });
  raise(SIGUSR1);
  EXPECT_EQ(calls, 0);
  loop.run_forever();
  EXPECT_EQ(calls, 2);
}

TEST_F(SignalTest, WakesALoopThatWaits) {
  const auto program = [&]() -> Coroutine<void> {
    const auto future = loop.create_future();
    loop.add_signal_handler(SIGUSR1, [&] { future.set_result(); });
    co_await aio::to_thread([] { kill(getpid(), SIGUSR1); });
    co_await future;
  };
  loop.run_until_complete(program());
}

TEST_F(SignalTest, TheLastHandlerCounts) {
  std::string log;
  auto alive = std::make_shared<int>(1);
  loop.add_signal_handler(SIGUSR1, [&, alive] { log += 'a'; });
  loop.add_signal_handler(SIGUSR1, [&] {
    log += 'b';
    loop.stop();
  });
  EXPECT_EQ(alive.use_count(), 1);
  raise(SIGUSR1);
  loop.run_forever();
  EXPECT_EQ(log, "b");
}

TEST_F(SignalTest, CanBeRemoved) {
  loop.add_signal_handler(SIGUSR1, [] {});
  loop.add_signal_handler(SIGUSR2, [] {});
  EXPECT_TRUE(loop.remove_signal_handler(SIGUSR1));
  EXPECT_FALSE(loop.remove_signal_handler(SIGUSR1));
  struct sigaction action;
  sigaction(SIGUSR1, nullptr, &action);
  EXPECT_EQ(action.sa_handler, SIG_DFL);
  loop.close();
  sigaction(SIGUSR2, nullptr, &action);
  EXPECT_EQ(action.sa_handler, SIG_DFL);
}

TEST_F(SignalTest, AHandlerMayRemoveItself) {
  loop.add_signal_handler(SIGUSR1, [this] {
    loop.remove_signal_handler(SIGUSR1);
    loop.stop();
  });
  raise(SIGUSR1);
  loop.run_forever();
  EXPECT_FALSE(loop.remove_signal_handler(SIGUSR1));
}

TEST_F(SignalTest, ReportsWhatAHandlerThrowsAndKeepsIt) {
  loop.add_signal_handler(SIGUSR1, [&] {
    loop.stop();
    throw std::runtime_error("bad");
  });
  for (int i = 0; i < 2; ++i) {
    raise(SIGUSR1);
    loop.run_forever();
    expect_report("; exception: std::runtime_error('bad')");
  }
}

Coroutine<void> nothing() { co_return; }

TEST_F(SignalTest, RefusesWhatIsNoSignalAndNoCallback) {
  EXPECT_EQ(message_of<aio::ValueError>([&] { loop.add_signal_handler(0, [] {}); }),
            "invalid signal number 0");
  EXPECT_EQ(message_of<aio::ValueError>([&] { loop.remove_signal_handler(1000); }),
            "invalid signal number 1000");
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { loop.add_signal_handler(SIGKILL, [] {}); }),
            "sig 9 cannot be caught");
  EXPECT_EQ(message_of<aio::TypeError>([&] { loop.add_signal_handler(SIGUSR1, nothing); }),
            "coroutines cannot be used with add_signal_handler()");
  loop.close();
  EXPECT_EQ(message_of<aio::RuntimeError>([&] { loop.add_signal_handler(SIGUSR1, [] {}); }),
            "Event loop is closed");
}

TEST_F(SignalTest, NeedsTheMainThread) {
  std::string message;
  std::thread([&] {
    aio::EventLoop other;
    message = message_of<aio::RuntimeError>([&] { other.add_signal_handler(SIGUSR1, [] {}); });
    other.close();
  }).join();
  EXPECT_EQ(message, "set_wakeup_fd only works in main thread of the main interpreter");
}

} // namespace
