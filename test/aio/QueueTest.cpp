// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AioTest.h"

#include <memory>

namespace {

using aio::Coroutine;
using aio::LifoQueue;
using aio::PriorityQueue;
using aio::Queue;

class QueueTest : public AioTest {};

template <class T> Coroutine<void> gets(Queue<T> queue, std::string &log, std::string name) {
  const T item = co_await queue.get();
  log += name + "=" + std::to_string(item) + ' ';
}

Coroutine<void> puts(Queue<int> queue, std::string &log, int item) {
  co_await queue.put(item);
  log += "put" + std::to_string(item) + ' ';
}

std::string drain(const Queue<int> &queue) {
  std::string all;
  while (!queue.empty())
    all += std::to_string(queue.get_nowait()) + ' ';
  return all;
}

Coroutine<void> turns(int count) {
  for (int i = 0; i < count; ++i)
    co_await aio::sleep(0);
}

TEST_F(QueueTest, KnowsItsSize) {
  const Queue<int> queue(2);
  const Queue<int> copy = queue;
  EXPECT_EQ(copy, queue);
  EXPECT_EQ(queue.maxsize(), 2);
  EXPECT_TRUE(queue.empty());
  queue.put_nowait(1);
  EXPECT_FALSE(copy.empty());
  EXPECT_FALSE(queue.full());
  queue.put_nowait(2);
  EXPECT_EQ(queue.qsize(), 2u);
  EXPECT_TRUE(queue.full());
  EXPECT_FALSE(Queue<int>().full());
  EXPECT_FALSE(Queue<int>(-1).full());
}

TEST_F(QueueTest, NowaitThrows) {
  const Queue<int> queue(1);
  EXPECT_EQ(message_of<aio::QueueEmpty>([&] { queue.get_nowait(); }), "");
  queue.put_nowait(1);
  EXPECT_EQ(message_of<aio::QueueFull>([&] { queue.put_nowait(2); }), "");
  EXPECT_EQ(drain(queue), "1 ");
}

TEST_F(QueueTest, Orders) {
  const Queue<int> fifo;
  const LifoQueue<int> lifo;
  const PriorityQueue<int> priority;
  for (const int item : {3, 1, 2, 5, 4}) {
    fifo.put_nowait(item);
    lifo.put_nowait(item);
    priority.put_nowait(item);
  }
  EXPECT_EQ(drain(fifo), "3 1 2 5 4 ");
  EXPECT_EQ(drain(lifo), "4 5 2 1 3 ");
  EXPECT_EQ(drain(priority), "1 2 3 4 5 ");
}

TEST_F(QueueTest, EqualPrioritiesStayInOrder) {
  struct Job {
    int priority;
    int id;
    bool operator<(const Job &other) const { return priority < other.priority; }
  };
  const PriorityQueue<Job> queue;
  for (int id = 0; id < 20; ++id)
    queue.put_nowait({id % 2, id});
  std::vector<int> ids;
  while (!queue.empty())
    ids.push_back(queue.get_nowait().id);
  EXPECT_EQ(ids, (std::vector<int>{0, 2, 4, 6, 8, 10, 12, 14, 16, 18,
                                   1, 3, 5, 7, 9, 11, 13, 15, 17, 19}));
}

TEST_F(QueueTest, HoldsWhatCannotBeCopied) {
  const auto main = []() -> Coroutine<void> {
    const Queue<std::unique_ptr<int>> queue;
    co_await queue.put(std::make_unique<int>(7));
    queue.put_nowait(std::make_unique<int>(8));
    const std::unique_ptr<int> item = co_await queue.get();
    EXPECT_EQ(*item, 7);
    // 8 goes with the queue.
  };
  aio::run(main());
}

TEST_F(QueueTest, GetWaitsInLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue;
    const auto a = aio::create_task(gets(queue, log, "a"));
    const auto b = aio::create_task(gets(queue, log, "b"));
    co_await aio::sleep(0);
    co_await queue.put(1);
    co_await queue.put(2);
    co_await aio::gather(a, b);
  };
  aio::run(main());
  EXPECT_EQ(log, "a=1 b=2 ");
}

TEST_F(QueueTest, GetMayFindItsItemGone) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue;
    const auto a = aio::create_task(gets(queue, log, "a"));
    co_await aio::sleep(0);
    queue.put_nowait(1);
    // a is woken, but who asks at once gets it.
    co_await gets(queue, log, "fast");
    co_await turns(2);
    EXPECT_FALSE(a.done());
    queue.put_nowait(2);
    co_await a;
  };
  aio::run(main());
  EXPECT_EQ(log, "fast=1 a=2 ");
}

TEST_F(QueueTest, PutWaitsForRoomInLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue(1);
    co_await queue.put(1);
    const auto a = aio::create_task(puts(queue, log, 2));
    const auto b = aio::create_task(puts(queue, log, 3));
    co_await turns(2);
    EXPECT_EQ(log, "");
    EXPECT_EQ(co_await queue.get(), 1);
    co_await turns(2);
    EXPECT_EQ(log, "put2 ");
    EXPECT_EQ(co_await queue.get(), 2);
    EXPECT_EQ(co_await queue.get(), 3);
    co_await aio::gather(a, b);
  };
  aio::run(main());
  EXPECT_EQ(log, "put2 put3 ");
}

TEST_F(QueueTest, AGetterThatIsCancelledAfterItWasWokenPassesThatOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue;
    const auto a = aio::create_task(gets(queue, log, "a"));
    const auto b = aio::create_task(gets(queue, log, "b"));
    co_await aio::sleep(0);
    queue.put_nowait(1);
    a.cancel();
    co_await b;
    EXPECT_TRUE(a.cancelled());
  };
  aio::run(main());
  EXPECT_EQ(log, "b=1 ");
}

TEST_F(QueueTest, ACancelledGetterLeavesTheLine) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue;
    const auto a = aio::create_task(gets(queue, log, "a"));
    const auto b = aio::create_task(gets(queue, log, "b"));
    co_await aio::sleep(0);
    a.cancel();
    queue.put_nowait(1);
    co_await b;
    EXPECT_TRUE(a.cancelled());
  };
  aio::run(main());
  EXPECT_EQ(log, "b=1 ");
}

TEST_F(QueueTest, APutterThatIsCancelledAfterItWasWokenPassesThatOn) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue(1);
    queue.put_nowait(1);
    const auto a = aio::create_task(puts(queue, log, 2));
    const auto b = aio::create_task(puts(queue, log, 3));
    co_await turns(2);
    EXPECT_EQ(queue.get_nowait(), 1);
    a.cancel();
    co_await b;
    EXPECT_TRUE(a.cancelled());
    EXPECT_EQ(drain(queue), "3 ");
  };
  aio::run(main());
  EXPECT_EQ(log, "put3 ");
}

TEST_F(QueueTest, JoinWaitsUntilAllIsDone) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const Queue<int> queue;
    co_await queue.join();
    queue.put_nowait(1);
    queue.put_nowait(2);
    const auto work = [&]() -> Coroutine<void> {
      for (;;) {
        const int item = co_await queue.get();
        co_await aio::sleep(0);
        log += std::to_string(item) + ' ';
        queue.task_done();
      }
    };
    const auto worker = aio::create_task(work());
    co_await queue.join();
    log += "joined ";
    worker.cancel();
  };
  aio::run(main());
  EXPECT_EQ(log, "1 2 joined ");
}

TEST_F(QueueTest, TaskDoneOnceTooOftenThrows) {
  const Queue<int> queue;
  EXPECT_EQ(message_of<aio::ValueError>([&] { queue.task_done(); }),
            "task_done() called too many times");
  queue.put_nowait(1);
  queue.get_nowait();
  queue.task_done();
  EXPECT_THROW(queue.task_done(), aio::ValueError);
}

TEST_F(QueueTest, BelongsToTheLoopThatWaitedForIt) {
  const Queue<int> queue;
  const auto wait = [&]() -> Coroutine<void> {
    const auto waiter = aio::create_task(queue.get());
    co_await aio::sleep(0);
    waiter.cancel();
    try {
      co_await waiter;
    } catch (const aio::CancelledError &) {
    }
  };
  aio::run(wait());
  const std::string message = message_of<aio::RuntimeError>([&] { aio::run(wait()); });
  EXPECT_TRUE(message.starts_with("<aio::Queue at 0x")) << message;
  EXPECT_TRUE(message.ends_with(" maxsize=0> is bound to a different event loop")) << message;
}

TEST_F(QueueTest, Repr) {
  std::string log;
  const auto main = [&]() -> Coroutine<void> {
    const LifoQueue<int> queue(1);
    const auto getter = aio::create_task(gets<int>(queue, log, "a"));
    co_await turns(1);
    const std::string waiting = queue.repr().c_str();
    EXPECT_TRUE(waiting.starts_with("<aio::LifoQueue at 0x")) << waiting;
    EXPECT_TRUE(waiting.ends_with(" maxsize=1 _getters[1]>")) << waiting;
    queue.put_nowait(1);
    co_await getter;
    queue.put_nowait(2);
    const auto putter = aio::create_task(puts(queue, log, 3));
    co_await turns(1);
    const std::string full = queue.repr().c_str();
    EXPECT_TRUE(full.ends_with(" maxsize=1 _queue[1] _putters[1] tasks=2>")) << full;
    queue.get_nowait();
    co_await putter;
    EXPECT_TRUE(
        std::string(PriorityQueue<int>().repr().c_str()).starts_with("<aio::PriorityQueue"));
  };
  aio::run(main());
}

} // namespace
