// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// runtime: warning: Executing <Task
#include <aio/aio.h>

#include <chrono>
#include <mutex>

std::timed_mutex mutex;

aio::Coroutine<void> holder() {
  std::unique_lock lock(mutex);
  co_await aio::sleep(0.01); // expect: async-lock-across-suspend: holds 'lock'
}

/// With a plain lock() it would block the loop, and so the holder, for ever.
aio::Coroutine<void> other() {
  std::unique_lock lock(mutex, std::defer_lock);
  static_cast<void>(lock.try_lock_for(std::chrono::milliseconds(150)));
  co_return;
}

aio::Coroutine<void> program() { co_await aio::gather(holder(), other()); }

int main() { aio::run(program()); }
