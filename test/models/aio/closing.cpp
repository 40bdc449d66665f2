// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generators, child processes, and what is given back by hand.
#include <aio/aio.h>
#include <aio/net.h>

aio::AsyncGenerator<int> numbers();
aio::Coroutine<void> step();
aio::Coroutine<int> count();

aio::Coroutine<int> left() {
  auto items = numbers();  // expect: async-unclosed-transport: 'items' is never closed
                           // fix: co_await items.aclose();
                           // fix: co_return *first;
  const auto first = co_await items.next();
  co_return *first;
}

aio::Coroutine<int> closed() {
  auto items = numbers();
  const auto first = co_await items.next();
  co_await items.aclose();
  co_return *first;
}

/// What athrow() answers may be that it has ended.
aio::Coroutine<void> ended() {
  auto items = numbers();
  const auto first = co_await items.next();
  if (!first)
    co_return;
  const auto second = co_await items.athrow(aio::ValueError("no more"));
  if (second)
    co_await items.aclose();
}

aio::Coroutine<void> child() {
  const auto left = co_await aio::create_subprocess_exec({"true"});  // expect: async-unclosed-transport: 'left' is never closed
  const auto waited = co_await aio::create_subprocess_exec({"true"});
  co_await waited.wait();
}

aio::Coroutine<void> read() {
  const auto child = co_await aio::create_subprocess_exec({"true"});
  co_await child.communicate();
}

aio::Coroutine<void> signalled() {
  const auto child = co_await aio::create_subprocess_exec({"true"});
  child.send_signal(2);
}

aio::Coroutine<void> terminated() {
  const auto child = co_await aio::create_subprocess_exec({"true"});
  child.terminate();
}

aio::Coroutine<void> killed() {
  const auto child = co_await aio::create_subprocess_exec({"true"});
  child.kill();
}

aio::Coroutine<void> byHand(aio::Lock lock, aio::Semaphore semaphore, aio::Condition condition) {
  co_await lock.acquire();       // expect: async-unclosed-transport: what 'aio::Lock::acquire' takes from 'lock' is not given back
                                 // note: use co_await lock.scoped() instead
  co_await step();
  lock.release();
  co_await semaphore.acquire();  // expect: async-unclosed-transport: what 'aio::Semaphore::acquire' takes from 'semaphore' is not given back
                                 // note: use co_await semaphore.scoped() instead
  co_await step();
  semaphore.release();
  co_await condition.acquire();  // expect: async-unclosed-transport: what 'aio::Condition::acquire' takes from 'condition' is not given back
                                 // note: use co_await lock.scoped() instead
  co_await step();
  condition.release();
}

aio::Coroutine<int> tooEarly(aio::TaskGroup &group) {
  auto &loop = aio::get_running_loop();
  auto ofLoop = loop.create_task(count());
  auto running = aio::create_task(count());
  auto ofGroup = group.create_task(count());
  auto future = loop.create_future<int>();
  auto called = loop.run_in_executor([] { return 1; });
  co_return ofLoop.result()     // expect: async-blocking-wait: there is no result yet
      + running.result()        // expect: async-blocking-wait: there is no result yet
      + ofGroup.result()        // expect: async-blocking-wait: there is no result yet
      + future.result()         // expect: async-blocking-wait: there is no result yet
      + called.result();        // expect: async-blocking-wait: there is no result yet
}

aio::Coroutine<bool> errorTooEarly() {
  auto running = aio::create_task(count());
  co_return running.exception() != nullptr;  // expect: async-blocking-wait: there is no result yet
}
