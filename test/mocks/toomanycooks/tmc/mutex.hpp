// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>

namespace tmc {

class mutex;

class [[nodiscard]] mutex_scope {
public:
  mutex_scope(mutex_scope &&) noexcept;
  ~mutex_scope();
};
class aw_mutex_lock_scope_impl {
public:
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<> outer) noexcept;
  mutex_scope await_resume() noexcept;
};
class [[nodiscard]] aw_mutex_lock_scope {
public:
  explicit aw_mutex_lock_scope(mutex &parent);
  aw_mutex_lock_scope_impl operator co_await() && noexcept;
};

class mutex {
public:
  aw_mutex_lock_scope lock_scope() noexcept;
  bool try_lock() noexcept;
  void unlock() noexcept;
  ~mutex();
};

} // namespace tmc
