// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callables that the loop, or a pool, calls.
#include <aio/aio.h>

#include <chrono>
#include <thread>

aio::Coroutine<void> work();

aio::Coroutine<void> handlers(aio::EventLoop &loop, aio::Future<int> future) {
  loop.set_exception_handler([](aio::EventLoop &, const aio::ExceptionContext &) {
    std::this_thread::sleep_for(std::chrono::seconds(1));  // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks
  });
  future.add_done_callback([](const aio::Future<int> &) {
    std::this_thread::sleep_for(std::chrono::seconds(1));  // expect: async-blocking-call: 'std::this_thread::sleep_for' blocks
  });
  co_return;
}

aio::Coroutine<void> pools(aio::ThreadPoolExecutor pool) {
  co_await aio::get_running_loop().run_in_executor([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
  });
  (void)pool.submit([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
  (void)pool.submit([] { return work(); });  // expect: async-nested-task: a coroutine of its own
}
