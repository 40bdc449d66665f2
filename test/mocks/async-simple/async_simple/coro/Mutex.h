// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <mutex>

namespace async_simple::coro {

class Mutex {
private:
  class LockAwaiter {
  public:
    explicit LockAwaiter(Mutex &mutex) noexcept : mutex_(mutex) {}
    bool await_ready() noexcept { return mutex_.tryLock(); }
    bool await_suspend(std::coroutine_handle<> awaiting) noexcept;
    void await_resume() noexcept {}

  protected:
    Mutex &mutex_;
  };
  class ScopedLockAwaiter : public LockAwaiter {
  public:
    using LockAwaiter::LockAwaiter;
    [[nodiscard]] std::unique_lock<Mutex> await_resume() noexcept {
      return std::unique_lock<Mutex>{mutex_, std::adopt_lock};
    }
  };

public:
  bool tryLock() noexcept;
  [[nodiscard]] ScopedLockAwaiter coScopedLock() noexcept { return ScopedLockAwaiter(*this); }
  [[nodiscard]] LockAwaiter coLock() noexcept { return LockAwaiter(*this); }
  void unlock() noexcept;
};

} // namespace async_simple::coro
