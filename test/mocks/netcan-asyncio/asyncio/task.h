// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

namespace asyncio {

struct Handle {
  virtual void run() = 0;
  virtual ~Handle() = default;
};

struct CoroHandle : Handle {
  void schedule();
  void cancel();
};

struct NoWaitAtInitialSuspend {};
inline constexpr NoWaitAtInitialSuspend no_wait_at_initial_suspend;

template <typename R> struct Result {
  template <typename V> void return_value(V &&value);
  R result();
  void unhandled_exception() noexcept { result_ = std::current_exception(); }
  std::exception_ptr result_;
};
template <> struct Result<void> {
  void return_void() noexcept;
  void result();
  void unhandled_exception() noexcept { result_ = std::current_exception(); }
  std::exception_ptr result_;
};

template <typename R = void> struct Task {
  struct promise_type;
  using coro_handle = std::coroutine_handle<promise_type>;

  explicit Task(coro_handle handle) noexcept : handle_(handle) {}
  Task(Task &&other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  ~Task() { destroy(); }

  decltype(auto) get_result() & { return handle_.promise().result(); }
  decltype(auto) get_result() && { return handle_.promise().result(); }

  struct Awaiter {
    constexpr bool await_ready() { return self ? self.done() : true; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> resumer) const noexcept {
      self.promise().schedule();
    }
    decltype(auto) await_resume() const { return self.promise().result(); }
    coro_handle self{};
  };
  auto operator co_await() const & noexcept { return Awaiter{handle_}; }
  auto operator co_await() const && noexcept { return Awaiter{handle_}; }

  struct promise_type : CoroHandle, Result<R> {
    promise_type() = default;
    template <typename... Args>
    promise_type(NoWaitAtInitialSuspend, Args &&...) : wait_at_initial_suspend_{false} {}

    auto initial_suspend() noexcept {
      struct InitialSuspendAwaiter {
        constexpr bool await_ready() const noexcept { return !wait_at_initial_suspend_; }
        constexpr void await_suspend(std::coroutine_handle<>) const noexcept {}
        constexpr void await_resume() const noexcept {}
        const bool wait_at_initial_suspend_{true};
      };
      return InitialSuspendAwaiter{wait_at_initial_suspend_};
    }
    std::suspend_always final_suspend() noexcept { return {}; }
    Task get_return_object() noexcept { return Task{coro_handle::from_promise(*this)}; }
    void run() final { coro_handle::from_promise(*this).resume(); }

    const bool wait_at_initial_suspend_{true};
  };

  bool valid() const { return handle_ != nullptr; }
  bool done() const { return handle_.done(); }

private:
  template <typename> friend struct ScheduledTask;
  void destroy() {
    if (auto handle = std::exchange(handle_, nullptr)) {
      handle.promise().cancel();
      handle.destroy();
    }
  }
  coro_handle handle_;
};

} // namespace asyncio
