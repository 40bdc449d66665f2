// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: Executing
#include <aio/aio.h>

#include <chrono>
#include <future>
#include <thread>

using namespace std::chrono_literals;

int slow() {
  std::this_thread::sleep_for(150ms);
  return 1;
}

aio::Coroutine<int> waits() {
  std::future<int> future = std::async(std::launch::async, slow);
  co_return future.get();  // expect: async-blocking-wait: 'std::future::get' blocks the event loop that runs this coroutine until the result is there
}

aio::Coroutine<void> joins() {
  std::thread thread(slow);
  thread.join();  // expect: async-blocking-wait: 'std::thread::join' blocks the event loop that runs this coroutine until the thread ends
  co_return;
}

aio::Coroutine<int> asksFirst() {
  std::future<int> future = std::async(std::launch::async, slow);
  while (future.wait_for(0s) != std::future_status::ready)
    co_await aio::sleep(0.01);
  co_return future.get();
}

aio::Coroutine<void> caller() {
  co_await waits();
  co_await joins();
  co_await asksFirst();
}

int main() { aio::run(caller()); }
