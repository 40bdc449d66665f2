// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'work' was never awaited
// runtime: TypeError('coroutines cannot be used with call_soon()')
#include <aio/aio.h>

aio::Coroutine<void> work() { co_return; }

aio::Coroutine<void> caller() {
  auto &loop = aio::get_running_loop();
  loop.call_later(0.001, [] { return work(); });  // expect: async-void-callback: drops the 'aio::Coroutine<void>' that this callback returns; its body never runs
                                                  // note: pass a plain callable
  aio::Task<void> task;
  loop.call_soon([&] { task = aio::create_task(work()); });
  co_await aio::sleep(0.01);
  co_await task;
}

/// Debug mode sees that this one is a coroutine function, and throws.
aio::Coroutine<void> refused() {
  aio::get_running_loop().call_soon(work);  // expect: async-void-callback: its body never runs
                                            // note: pass a plain callable
  co_return;
}

aio::Coroutine<void> program() {
  co_await caller();
  {
    auto lost = aio::create_task(refused());
    co_await aio::wait(lost);
  }
}

int main() { aio::run(program()); }
