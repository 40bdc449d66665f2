// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'work' was never awaited
// runtime: TypeError('coroutines cannot be used with run_in_executor()')
#include <aio/aio.h>

aio::Coroutine<int> work() { co_return 1; }
int compute() { return 1; }

aio::Coroutine<void> caller() {
  auto &loop = aio::get_running_loop();
  auto future = loop.run_in_executor([] { return work(); });  // expect: async-nested-task: 'aio::EventLoop::run_in_executor' is a coroutine of its own
                                                              // note: this callable returns a coroutine
  co_await future;
  co_await loop.run_in_executor(compute);
  co_await co_await loop.run_in_executor([] { return work(); });
}

/// Debug mode sees that this one is a coroutine function, and throws.
aio::Coroutine<void> refused() {
  auto future = aio::get_running_loop().run_in_executor(work);  // expect: async-nested-task: 'aio::EventLoop::run_in_executor' is a coroutine of its own
                                                                // note: this callable returns a coroutine
  co_await future;
}

aio::Coroutine<void> program() {
  co_await caller();
  {
    auto lost = aio::create_task(refused());
    co_await aio::wait(lost);
  }
}

int main() { aio::run(program()); }
