// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <coroutine>
#include <mutex>
#include <optional>
#include <utility>

std::mutex mutex;
aio::Coroutine<int> fetch();
void keep(std::unique_lock<std::mutex> lock);
void report(int value);

aio::Coroutine<void> unlockedBefore(bool quick) {
  {
    std::lock_guard guard(mutex);
    report(1);
  }
  co_await fetch();
  std::unique_lock lock(mutex);
  lock.unlock();
  co_await fetch();
  lock.lock();
  if (quick) {
    lock.unlock();
    co_await fetch();
    lock.lock();
  }
  report(2);
  lock.unlock();
  co_await fetch();
  mutex.lock();
  report(3);
  mutex.unlock();
  co_await fetch();
}

struct Condition {
  aio::Coroutine<void> wait(std::mutex &mutex);
};
class Queue {
  std::mutex mutex_;
  Condition filled_;

public:
  // As std::condition_variable does, wait() unlocks what it is given.
  aio::Coroutine<int> pop() {
    std::unique_lock lock(mutex_);
    co_await filled_.wait(mutex_);
    co_return 1;
  }
};

aio::Coroutine<void> sameConditionTwice(bool locking) {
  std::unique_lock lock(mutex, std::defer_lock);
  if (locking)
    lock.lock();
  report(1);
  if (!locking)
    co_await fetch();
  if (locking)
    lock.unlock();
  co_await fetch();
}

aio::Coroutine<void> movedOrReleased() {
  std::unique_lock lock(mutex);
  keep(std::move(lock));
  co_await fetch();
  std::unique_lock other(mutex);
  other.release()->unlock();
  co_await fetch();
  std::unique_lock deferred(mutex, std::defer_lock);
  co_await fetch();
  std::unique_lock<std::mutex> empty;
  co_await fetch();
}

aio::Coroutine<void> notGot() {
  std::unique_lock lock(mutex, std::try_to_lock);
  if (!lock.owns_lock()) {
    co_await fetch();
    co_return;
  }
  report(1);
}

aio::Coroutine<void> leftEarly(bool wrong) {
  for (int i = 0; i < 3; ++i) {
    std::unique_lock lock(mutex);
    if (wrong)
      break;
    lock.unlock();
    co_await fetch();
  }
  co_await fetch();
}

aio::Coroutine<void> beforeTheLock() {
  int value = co_await fetch();
  std::lock_guard guard(mutex);
  report(value);
}

aio::Coroutine<void> inTheArgument() {
  report(co_await fetch());
  std::lock_guard guard(mutex);
  // A lambda's body is no part of this coroutine.
  auto later = []() -> aio::Coroutine<void> { co_await fetch(); };
  static_cast<void>(later);
}

/// A lock of the coroutine world: taking it is awaited, nobody's thread is blocked.
struct AsyncMutex {
  struct Guard {
    ~Guard();
  };
  aio::Coroutine<Guard> lock();
  void unlock();
};

aio::Coroutine<void> awaitedLock(AsyncMutex &async) {
  auto guard = co_await async.lock();
  co_await fetch();
  std::lock_guard<AsyncMutex> *unused = nullptr;
  static_cast<void>(unused);
  co_await fetch();
}

/// What is given out while the lock is held is the caller's business.
template <class T> struct Generator {
  struct promise_type {
    Generator get_return_object();
    std::suspend_always initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
  };
  std::optional<T> next();
};
Generator<int> values() {
  std::lock_guard guard(mutex);
  co_yield 1;
}

int plain() {
  std::lock_guard guard(mutex);
  return 1;
}
