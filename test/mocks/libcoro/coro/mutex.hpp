// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>

namespace coro {

class mutex;

namespace detail {

struct lock_operation_base {
  explicit lock_operation_base(coro::mutex &mutex) : mutex_(mutex) {}
  virtual ~lock_operation_base() = default;
  lock_operation_base(const lock_operation_base &) = delete;

  auto await_ready() const noexcept -> bool;
  auto await_suspend(std::coroutine_handle<> awaiting) noexcept -> bool;

protected:
  coro::mutex &mutex_;
};

template <typename return_type> struct lock_operation : public lock_operation_base {
  explicit lock_operation(coro::mutex &mutex) : lock_operation_base(mutex) {}
  ~lock_operation() override = default;
  auto await_resume() noexcept -> return_type;
};

} // namespace detail

class scoped_lock {
public:
  explicit scoped_lock(class coro::mutex &mutex) : mutex_(&mutex) {}
  scoped_lock(scoped_lock &&other) noexcept;
  ~scoped_lock();
  auto unlock() -> void;

private:
  class coro::mutex *mutex_{nullptr};
};

class mutex {
public:
  [[nodiscard]] auto scoped_lock() -> detail::lock_operation<scoped_lock>;
  [[nodiscard]] auto lock() -> detail::lock_operation<void>;
  [[nodiscard]] auto try_lock() -> bool;
  auto unlock() -> void;
};

} // namespace coro
