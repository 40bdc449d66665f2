// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <shared_mutex>

std::mutex mutex;
std::mutex other;
std::timed_mutex timed;
std::shared_mutex shared;
aio::Coroutine<int> fetch();
bool more();

aio::Coroutine<int> initialiser() {
  std::lock_guard guard(mutex);
  int x = co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
  co_return x;
}

aio::Coroutine<int> inTheReturn() {
  std::lock_guard guard(mutex);
  co_return co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
}

aio::Coroutine<int> condition() {
  std::lock_guard guard(mutex);
  if (int x = co_await fetch(); x > 1) // expect: async-lock-across-suspend: holds 'guard'
    co_return x;
  co_return 0;
}

aio::Coroutine<void> several() {
  std::scoped_lock both(mutex, other);
  co_await fetch(); // expect: async-lock-across-suspend: holds 'both'
}

aio::Coroutine<void> sharedLock() {
  std::shared_lock reading(shared);
  co_await fetch(); // expect: async-lock-across-suspend: holds 'reading'
}

aio::Coroutine<void> inALoop() {
  for (int i = 0; i < 3; ++i) {
    std::lock_guard guard(mutex);
    co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
  }
}

aio::Coroutine<void> aroundALoop() {
  std::lock_guard guard(mutex);
  while (more())
    co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
}

aio::Coroutine<void> inASwitch(int kind) {
  std::unique_lock lock(mutex);
  switch (kind) {
  case 1:
    lock.unlock();
    co_await fetch();
    break;
  case 2:
    co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
    break;
  default:
    break;
  }
}

aio::Coroutine<void> relocked() {
  std::unique_lock lock(mutex);
  lock.unlock();
  co_await fetch();
  lock.lock();
  co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
}

aio::Coroutine<void> tried() {
  std::unique_lock lock(mutex, std::try_to_lock);
  if (!lock)
    co_return;
  co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
}

aio::Coroutine<void> afterACondition(std::condition_variable &changed) {
  std::unique_lock lock(mutex);
  changed.wait(lock, [] { return more(); }); // expect: async-blocking-call: 'std::condition_variable::wait' blocks
  lock.unlock();
  co_await fetch();
}

aio::Coroutine<void> inATry() {
  try {
    std::lock_guard guard(mutex);
    co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
  } catch (const std::exception &) {
  }
}

aio::AsyncGenerator<int> yields() {
  std::lock_guard guard(mutex);
  co_yield 1; // expect: async-lock-across-suspend: holds 'guard'
}

// Home-made locks

class SpinLock {
public:
  void lock();
  void unlock();
  bool try_lock();
};
SpinLock spin;

aio::Coroutine<void> byHand() {
  spin.lock();
  co_await fetch(); // expect: async-lock-across-suspend: holds 'spin'
  spin.unlock();
}

aio::Coroutine<void> standardGuard() {
  std::lock_guard guard(spin);
  co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
}

template <class Mutex> class Locked {
public:
  explicit Locked(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Locked() { mutex_.unlock(); }
  Locked(const Locked &) = delete;

private:
  Mutex &mutex_;
};

class Reading {
public:
  explicit Reading(std::shared_mutex *mutex) : mutex_(mutex) { mutex->lock_shared(); }
  ~Reading() { mutex_->unlock_shared(); }

private:
  std::shared_mutex *mutex_;
};

aio::Coroutine<void> homeMadeGuards() {
  {
    Locked guard(mutex);
    co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
  }
  {
    Locked<SpinLock> guard(spin);
    co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
  }
  Reading reading(&shared);
  co_await fetch(); // expect: async-lock-across-suspend: holds 'reading'
}

// What follows holds nothing that blocks.

struct AsyncLock {
  aio::Coroutine<void> lock();
  void unlock();
  bool try_lock();
};

class Counted {
public:
  explicit Counted(int &count) : count_(count) { ++count_; }
  ~Counted() { --count_; }

private:
  int &count_;
};

/// The mutex protects the counter; it is not held by the object.
class Registered {
public:
  Registered() {
    std::lock_guard guard(mutex_);
    ++count_;
  }
  ~Registered() {
    std::lock_guard guard(mutex_);
    --count_;
  }

private:
  static inline std::mutex mutex_;
  static inline int count_ = 0;
};

struct Door {
  void lock();
  void unlock();
};

aio::Coroutine<void> noBlockingLocks(AsyncLock &async, int &count, Door &door) {
  co_await async.lock();
  co_await fetch();
  async.unlock();
  Counted counted(count);
  Registered registered;
  door.lock();
  co_await fetch();
  door.unlock();
}

aio::Coroutine<void> scopes() {
  int value = 0;
  {
    Locked guard(mutex);
    value = 1;
  }
  co_await fetch();
  { std::scoped_lock both(mutex, other); }
  co_await fetch();
  if (std::lock_guard guard(mutex); value > 1)
    value = 2;
  co_await fetch();
  std::scoped_lock nothing;
  spin.lock();
  spin.unlock();
  co_await fetch();
}

aio::Coroutine<void> notTaken() {
  std::unique_lock lock(mutex, std::defer_lock);
  co_await fetch();
  if (lock.try_lock())
    lock.unlock();
  std::unique_lock waiting(timed, std::defer_lock);
  co_await fetch();
  std::optional<std::lock_guard<std::mutex>> maybe;
  co_await fetch();
}

aio::Coroutine<void> beforeEachTurn() {
  while (more()) {
    {
      std::lock_guard guard(mutex);
    }
    co_await fetch();
  }
}

aio::Coroutine<void> offloaded() {
  co_await aio::to_thread([] {
    std::lock_guard guard(mutex);
    return 1;
  });
}
