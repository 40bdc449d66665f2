// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tracing.h>

// differs: A coroutine that a call refuses dies in that call
// both: + ! RuntimeWarning: coroutine 'work' was never awaited

aio::Coroutine<void> work() {
  trace("never");
  co_return;
}

int main() {
  aio::EventLoop loop;
  loop.close();
  std::thread thread([&] {
    try {
      loop.call_soon_threadsafe([] { trace("never"); });
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
    try {
      aio::run_coroutine_threadsafe(work(), loop);
    } catch (const aio::RuntimeError &error) {
      trace(error);
    }
  });
  thread.join();
}
