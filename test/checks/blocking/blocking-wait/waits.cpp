// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Executing <Task
// runtime: coroutine 'work' was never awaited
#include <aio/aio.h>

#include <chrono>
#include <future>
#include <thread>

using namespace std::chrono_literals;

int compute() { return 1; }
aio::Coroutine<int> work() { co_return 1; }

aio::Coroutine<int> waits(std::future<int> result, std::future<int> timed,
                          std::shared_future<int> shared, std::thread &thread,
                          aio::EventLoop &loop) {
  result.wait();             // expect: async-blocking-wait: 'std::future::wait' blocks the event loop that runs this coroutine until the result is there
  int sum = result.get();    // waited for above
  timed.wait_for(1s);        // expect: async-blocking-wait: 'std::future::wait_for' blocks the event loop
  sum += shared.get();       // expect: async-blocking-wait: blocks the event loop
  thread.join();             // expect: async-blocking-wait: 'std::thread::join' blocks the event loop that runs this coroutine until the thread ends
  sum += std::async(compute).get();  // expect: async-blocking-wait: blocks the event loop
  sum += aio::run(work());   // expect: async-blocking-wait: 'aio::run' runs an event loop inside this coroutine
  sum += loop.run_until_complete(work());  // expect: async-blocking-wait: runs an event loop inside this coroutine
  co_return sum;
}

aio::Coroutine<int> asks(std::future<int> polled, std::future<int> checked, std::future<int> other) {
  int sum = 0;
  if (polled.wait_for(0s) == std::future_status::ready)
    sum += polled.get();
  while (checked.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    co_await aio::sleep(0.01);
  sum += checked.get();
  sum += co_await aio::to_thread([&] { return other.get(); });
  co_return sum;
}

int elsewhere(std::future<int> result, std::thread &thread) {
  thread.join();
  return result.get() + aio::run(work());
}

int later() {
  std::this_thread::sleep_for(150ms);
  return 1;
}

int main() {
  aio::EventLoop loop;
  std::thread thread(later);
  try {
    aio::run(waits(std::async(later), std::async(later), std::async(later).share(), thread, loop));
  } catch (const aio::RuntimeError &) {
    // No loop runs inside another one.
  }
  loop.close();
  aio::run(asks(std::async(later), std::async(later), std::async(later)));
  std::thread another(compute);
  elsewhere(std::async(compute), another);
}
