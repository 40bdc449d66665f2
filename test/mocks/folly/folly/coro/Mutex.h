// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/ViaIfAsync.h>

#include <mutex>

namespace folly::coro {

/// Its locks are awaited; unlock() may be called on any thread.
class Mutex {
  class LockAwaiter;
  class ScopedLockAwaiter;
  template <class Awaiter> class LockOperation;

public:
  Mutex() noexcept;
  Mutex(const Mutex &) = delete;
  ~Mutex();
  bool try_lock() noexcept;
  [[nodiscard]] LockOperation<ScopedLockAwaiter> co_scoped_lock() noexcept;
  [[nodiscard]] LockOperation<LockAwaiter> co_lock() noexcept;
  void unlock() noexcept;

private:
  class LockAwaiter {
  public:
    bool await_ready() noexcept;
    bool await_suspend(std::coroutine_handle<> handle) noexcept;
    void await_resume() noexcept;
  };
  class ScopedLockAwaiter : public LockAwaiter {
  public:
    std::unique_lock<Mutex> await_resume() noexcept;
  };
  template <class Awaiter> class LockOperation {
  public:
    auto viaIfAsync(Executor::KeepAlive<> executor) const { return Awaiter{}; }
  };
};

} // namespace folly::coro
