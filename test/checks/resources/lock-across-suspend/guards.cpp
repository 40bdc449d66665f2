// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Standard guards over mutexes of coroutines, whose lock is awaited, and over others.
#include <aio/aio.h>

#include <mutex>

struct AwaitedMutex {
  aio::Coroutine<void> lock();
  bool try_lock();
  void unlock();
};
struct CoMutex {
  aio::Coroutine<std::unique_lock<CoMutex>> co_lock();
  bool try_lock();
  void unlock();
};
struct SpinLock {
  void lock();
  bool try_lock();
  void unlock();
};
aio::Coroutine<void> work();

aio::Coroutine<void> awaited(AwaitedMutex &mutex, CoMutex &other) {
  co_await mutex.lock();
  std::unique_lock<AwaitedMutex> held(mutex, std::adopt_lock);
  co_await work();
  auto guard = co_await other.co_lock();
  co_await work();
}

aio::Coroutine<void> blocking(SpinLock &spin) {
  std::unique_lock<SpinLock> held(spin);
  co_await work(); // expect: async-lock-across-suspend: 'held'
}
