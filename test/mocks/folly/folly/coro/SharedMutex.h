// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/SharedLock.h>
#include <folly/coro/ViaIfAsync.h>

namespace folly::coro {

class SharedMutexFair {
  class LockAwaiter;
  class ScopedLockSharedAwaiter;
  template <class Awaiter> class LockOperation;

public:
  SharedMutexFair() noexcept = default;
  bool try_lock() noexcept;
  [[nodiscard]] LockOperation<LockAwaiter> co_lock() noexcept;
  [[nodiscard]] LockOperation<ScopedLockSharedAwaiter> co_scoped_lock_shared() noexcept;
  void unlock() noexcept;
  void unlock_shared() noexcept;

private:
  class LockAwaiter {
  public:
    bool await_ready() noexcept;
    bool await_suspend(std::coroutine_handle<> handle) noexcept;
    void await_resume() noexcept;
  };
  class ScopedLockSharedAwaiter : public LockAwaiter {
  public:
    SharedLock<SharedMutexFair> await_resume() noexcept;
  };
  template <class Awaiter> class LockOperation {
  public:
    auto viaIfAsync(Executor::KeepAlive<> executor) const { return Awaiter{}; }
  };
};

using SharedMutex = SharedMutexFair;

} // namespace folly::coro
