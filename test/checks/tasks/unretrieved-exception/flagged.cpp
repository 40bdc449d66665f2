// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

aio::Coroutine<int> work();
void log(const char *text);

aio::Coroutine<int> earlyReturn(bool cached) {
  auto task = aio::create_task(work()); // expect: async-unretrieved-exception: the task from 'aio::create_task' is kept in 'task', which nobody reads on one way to its end; an error of it is lost there
                                        // note: if this holds
                                        // note: await it on every way, or give it to an owner
  if (cached)
    co_return 1;
  co_return co_await task;
}

aio::Coroutine<void> oneBranch(bool wanted) {
  auto task = aio::create_task(work()); // expect: async-unretrieved-exception: nobody reads on one way
  if (wanted)
    co_await task;
}

aio::Coroutine<void> onlyAsked() {
  auto task = aio::create_task(work()); // expect: async-unretrieved-exception: nobody reads on one way
  co_await aio::sleep(1);
  if (task.done())
    log("done");
}

aio::Coroutine<void> secondIsLost() {
  auto first = aio::create_task(work());
  auto second = aio::create_task(work()); // expect: async-unretrieved-exception: is kept in 'second' while other work is awaited; if that throws, nobody reads 'second' and an error of it is lost
                                          // note: if this throws
  co_await first;
  co_await second;
}

aio::Coroutine<int> sumOfThree() {
  auto a = aio::create_task(work());
  auto b = aio::create_task(work()); // expect: async-unretrieved-exception: nobody reads 'b'
  auto c = aio::create_task(work()); // expect: async-unretrieved-exception: nobody reads 'c'
  int sum = co_await a;
  sum += co_await b;
  sum += co_await c;
  co_return sum;
}

aio::Coroutine<void> overwritten() {
  auto task = aio::create_task(work()); // expect: async-unretrieved-exception: is overwritten before anybody reads it
                                        // note: it is overwritten here
  task = aio::create_task(work());
  co_await task;
}

aio::Coroutine<void> inALoop(int count) {
  for (int i = 0; i < count; ++i) {
    auto task = aio::create_task(work()); // expect: async-unretrieved-exception: nobody reads on one way
    if (i % 2)
      continue;
    co_await task;
  }
}

aio::Coroutine<void> caughtAndForgotten() {
  auto first = aio::create_task(work());
  auto second = aio::create_task(work()); // expect: async-unretrieved-exception: if that throws, nobody reads 'second'
  try {
    co_await first;
    co_await second;
  } catch (const std::exception &) {
    log("failed");
  }
}

void plain(aio::EventLoop &loop, bool wanted) {
  auto future = loop.run_in_executor([] { return 1; }); // expect: async-unretrieved-exception: the future from 'aio::EventLoop::run_in_executor' is kept in 'future'
  if (wanted)
    future.add_done_callback([](aio::Future<int>) {});
}

aio::Coroutine<int> throwsInstead(bool good) {
  auto task = aio::create_task(work()); // expect: async-unretrieved-exception: is kept in 'task', which nobody reads before an exception is thrown; an error of it is lost there
  if (!good)
    throw 1;
  co_return co_await task;
}
