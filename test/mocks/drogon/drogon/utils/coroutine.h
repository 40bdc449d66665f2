// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <trantor/net/EventLoop.h>

#include <coroutine>
#include <exception>
#include <future>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

namespace drogon {

struct final_awaiter {
  bool await_ready() noexcept { return false; }
  template <typename T> auto await_suspend(std::coroutine_handle<T> handle) noexcept {
    return handle.promise().continuation_;
  }
  void await_resume() noexcept {}
};

template <typename Promise> struct task_awaiter {
  explicit task_awaiter(std::coroutine_handle<Promise> coro) : coro_(coro) {}
  bool await_ready() noexcept { return !coro_ || coro_.done(); }
  auto await_suspend(std::coroutine_handle<> handle) noexcept {
    coro_.promise().continuation_ = handle;
    return coro_;
  }
  auto await_resume() { return coro_.promise().result(); }

private:
  std::coroutine_handle<Promise> coro_;
};

namespace internal {

struct promise_base {
  std::suspend_always initial_suspend() { return {}; }
  auto final_suspend() noexcept { return final_awaiter{}; }
  void unhandled_exception() { exception_ = std::current_exception(); }

  std::exception_ptr exception_;
  std::coroutine_handle<> continuation_{std::noop_coroutine()};
};

template <typename T> struct promise_result : promise_base {
  void return_value(T v) { value = std::move(v); }
  T result() { return std::move(*value); }
  std::optional<T> value;
};
template <> struct promise_result<void> : promise_base {
  void return_void() {}
  void result() {}
};

} // namespace internal

template <typename T = void> struct [[nodiscard]] Task {
  struct promise_type : internal::promise_result<T> {
    Task<T> get_return_object() { return Task<T>{handle_type::from_promise(*this)}; }
  };
  using handle_type = std::coroutine_handle<promise_type>;

  Task(handle_type h) : coro_(h) {}
  Task(const Task &) = delete;
  Task(Task &&other) noexcept : coro_(std::exchange(other.coro_, nullptr)) {}
  ~Task() {
    if (coro_)
      coro_.destroy();
  }
  Task &operator=(Task &&other) noexcept {
    if (coro_)
      coro_.destroy();
    coro_ = std::exchange(other.coro_, nullptr);
    return *this;
  }
  auto operator co_await() const noexcept { return task_awaiter(coro_); }

  handle_type coro_;
};

struct AsyncTask {
  struct promise_type {
    AsyncTask get_return_object() noexcept {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    void unhandled_exception() { std::terminate(); }
    void return_void() noexcept {}
    std::suspend_never final_suspend() const noexcept { return {}; }
  };
  AsyncTask(std::coroutine_handle<promise_type> h) : coro_(h) {}

  std::coroutine_handle<promise_type> coro_;
};

template <typename T = void> struct CallbackAwaiter : public trantor::NonCopyable {
  bool await_ready() noexcept { return false; }
  bool hasException() const noexcept { return exception_ != nullptr; }
  const T &await_resume() const noexcept(false) { return *result_; }

private:
  std::optional<T> result_;
  std::exception_ptr exception_{nullptr};
};

template <> struct CallbackAwaiter<void> : public trantor::NonCopyable {
  bool await_ready() noexcept { return false; }
  bool hasException() const noexcept { return exception_ != nullptr; }
  void await_resume() noexcept(false) {}

private:
  std::exception_ptr exception_{nullptr};
};

template <typename T> auto sync_wait(Task<T> &&await) -> T;
template <typename T> auto co_future(Task<T> &&await) noexcept -> std::future<T>;

namespace internal {

struct [[nodiscard]] TimerAwaiter : CallbackAwaiter<void> {
  TimerAwaiter(trantor::EventLoop *loop, double delay);
  void await_suspend(std::coroutine_handle<> handle);
};
struct [[nodiscard]] LoopAwaiter : CallbackAwaiter<void> {
  void await_suspend(std::coroutine_handle<> handle);
};
struct [[nodiscard]] SwitchThreadAwaiter : CallbackAwaiter<void> {
  void await_suspend(std::coroutine_handle<> handle);
};
template <typename... Tasks> struct WhenAllAwaiter : CallbackAwaiter<std::tuple<Tasks...>> {
  void await_suspend(std::coroutine_handle<> handle);
};

} // namespace internal

internal::TimerAwaiter sleepCoro(trantor::EventLoop *loop, double delay) noexcept;
internal::TimerAwaiter sleepCoro(trantor::EventLoop *loop,
                                 const std::chrono::duration<double> &delay) noexcept;
internal::LoopAwaiter queueInLoopCoro(trantor::EventLoop *work, std::function<void()> task,
                                      trantor::EventLoop *resume = nullptr);
internal::SwitchThreadAwaiter switchThreadCoro(trantor::EventLoop *loop) noexcept;
template <typename... T> internal::WhenAllAwaiter<T...> when_all(Task<T>... tasks);

template <typename Coro> void async_run(Coro &&coro) {}
template <typename Coro> std::function<void()> async_func(Coro &&coro) { return {}; }

class Mutex final {
  class CoroMutexAwaiter {
  public:
    bool await_ready() noexcept;
    bool await_suspend(std::coroutine_handle<> handle) noexcept;
    void await_resume() noexcept {}
  };
  class ScopedCoroMutexAwaiter : public CoroMutexAwaiter {
  public:
    [[nodiscard]] std::unique_lock<Mutex> await_resume() noexcept;
  };

public:
  bool try_lock() noexcept;
  [[nodiscard]] ScopedCoroMutexAwaiter scoped_lock(trantor::EventLoop *loop = nullptr) noexcept;
  [[nodiscard]] CoroMutexAwaiter lock(trantor::EventLoop *loop = nullptr) noexcept;
  void unlock() noexcept;
};

} // namespace drogon
