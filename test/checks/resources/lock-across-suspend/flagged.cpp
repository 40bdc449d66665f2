// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <aio/aio.h>

#include <condition_variable>
#include <mutex>
#include <shared_mutex>

std::mutex global;

struct Account {
  std::mutex mutex;
  std::shared_mutex shared;
  std::recursive_mutex recursive;
  int balance = 0;
  std::unique_lock<std::mutex> locked() { return std::unique_lock(mutex); }
  aio::Coroutine<int> fetch();
  aio::Coroutine<void> guards();
  aio::Coroutine<void> byHand(bool quick);
  aio::Coroutine<int> deposit(int amount);
};

aio::Coroutine<void> Account::guards() {
  {
    std::lock_guard guard(mutex);
    co_await fetch(); // expect: async-lock-across-suspend: the coroutine is suspended while it holds 'guard'
                      // note: it is locked here
                      // note: unlock it before, or use a lock that is awaited
  }
  {
    std::lock_guard<std::mutex> guard{global};
    int value = co_await fetch(); // expect: async-lock-across-suspend: holds 'guard'
    balance = value;
  }
  {
    std::unique_lock<std::mutex> lock(mutex);
    balance += co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
    if (co_await fetch() > 1)
      balance = 0;
    lock.unlock();
    co_await fetch();
    lock.lock();
    co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
  }
  {
    std::scoped_lock both(mutex, global);
    co_await aio::sleep(0.1); // expect: async-lock-across-suspend: holds 'both'
  }
  {
    std::shared_lock reader(shared);
    co_await aio::sleep(0.1); // expect: async-lock-across-suspend: holds 'reader'
  }
  {
    auto lock = locked();
    co_await aio::sleep(0.1); // expect: async-lock-across-suspend: holds 'lock'
  }
  {
    std::unique_lock lock(mutex, std::defer_lock);
    co_await fetch();
    lock.lock();
    co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
  }
  {
    std::unique_lock lock(mutex, std::adopt_lock);
    co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
  }
  {
    std::unique_lock lock(mutex, std::try_to_lock);
    if (!lock) {
      co_await fetch();
      co_return;
    }
    co_await fetch(); // expect: async-lock-across-suspend: holds 'lock'
  }
}

aio::Coroutine<void> Account::byHand(bool quick) {
  mutex.lock();
  co_await fetch(); // expect: async-lock-across-suspend: holds 'mutex'
  mutex.unlock();
  shared.lock_shared();
  if (!quick)
    co_await fetch(); // expect: async-lock-across-suspend: holds 'shared'
  shared.unlock_shared();
  co_await fetch();
  recursive.lock();
  for (int i = 0; i < balance; ++i)
    co_await fetch(); // expect: async-lock-across-suspend: holds 'recursive'
  recursive.unlock();
  std::mutex local;
  local.lock();
  co_await fetch(); // expect: async-lock-across-suspend: holds 'local'
  local.unlock();
}

aio::Coroutine<int> onSomeWaysOnly(Account &account, bool quick) {
  std::unique_lock lock(account.mutex);
  if (quick)
    lock.unlock();
  int value = co_await account.fetch(); // expect: async-lock-across-suspend: holds 'lock'
  while (value > 0) {
    std::lock_guard guard(global);
    if (value == 7)
      continue;
    value -= co_await account.fetch(); // expect: async-lock-across-suspend: holds 'guard'
  }
  switch (value) {
  case 1:
    lock.unlock();
    break;
  default:
    co_await account.fetch();
  }
  co_await account.fetch();
  co_return value;
}

aio::Coroutine<void> inALambda() {
  auto work = [](Account &account) -> aio::Coroutine<void> {
    std::lock_guard guard(account.mutex);
    co_await account.fetch(); // expect: async-lock-across-suspend: holds 'guard'
  };
  Account account;
  co_await work(account);
}

aio::Coroutine<void> afterAHandler(Account &account) {
  std::unique_lock lock(account.mutex);
  try {
    co_await account.fetch(); // expect: async-lock-across-suspend: holds 'lock'
  } catch (const std::exception &) {
    lock.unlock();
  }
}

template <class Mutex> aio::Coroutine<void> generic(Mutex &mutex) {
  std::lock_guard<Mutex> guard(mutex);
  co_await aio::sleep(0.1); // expect: async-lock-across-suspend: holds 'guard'
}
template aio::Coroutine<void> generic(std::mutex &);
template aio::Coroutine<void> generic(std::recursive_mutex &);
