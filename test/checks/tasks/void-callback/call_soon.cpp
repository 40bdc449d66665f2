// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: coroutine 'work' was never awaited
#include <aio/aio.h>

aio::Coroutine<void> work() { co_return; }

aio::Coroutine<void> caller() {
  auto &loop = aio::get_running_loop();
  loop.call_soon(work);  // expect: async-void-callback: drops the 'aio::Coroutine<void>' that this callback returns; its body never runs
                         // note: pass a plain callable
  loop.call_later(0.001, [] { return work(); });  // expect: async-void-callback: its body never runs
  aio::Task<void> task;
  loop.call_soon([&] { task = aio::create_task(work()); });
  co_await aio::sleep(0.01);
  co_await task;
}

int main() { aio::run(caller()); }
