// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/OperationCancelled.h>
#include <folly/Try.h>
#include <folly/coro/ViaIfAsync.h>
#include <folly/futures/Future.h>

#include <coroutine>
#include <utility>

namespace folly::coro {

template <class T = void> class Task;
template <class T = void> class TaskWithExecutor;

class co_error {
public:
  template <class E> explicit co_error(E error);
  exception_wrapper &exception();
};

struct co_current_executor_t {};
inline constexpr co_current_executor_t co_current_executor{};
struct co_current_cancellation_token_t {};
inline constexpr co_current_cancellation_token_t co_current_cancellation_token{};

template <class T> class ready_awaitable {
public:
  explicit ready_awaitable(T value);
  bool await_ready() noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume();
};

namespace detail {

template <class T> struct LiftUnit {
  using type = T;
};
template <> struct LiftUnit<void> {
  using type = Unit;
};

template <class Container> class BasePromise {
public:
  template <class Awaitable> auto await_transform(Awaitable &&awaitable) {
    return co_viaIfAsync(executor_, static_cast<Awaitable &&>(awaitable));
  }
  auto await_transform(co_current_executor_t) noexcept {
    return ready_awaitable<Executor *>{executor_.get()};
  }
  auto await_transform(co_current_cancellation_token_t) noexcept {
    return ready_awaitable<const CancellationToken &>{cancelToken_};
  }

protected:
  std::coroutine_handle<> continuation_;
  Executor::KeepAlive<> executor_;
  CancellationToken cancelToken_;
};

class TaskPromiseBase : public BasePromise<void> {
protected:
  class FinalAwaiter {
  public:
    bool await_ready() noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) noexcept {
      return handle.promise().continuationRef();
    }
    [[noreturn]] void await_resume() noexcept;
  };

public:
  auto &continuationRef() { return continuation_; }
  std::suspend_always initial_suspend() noexcept { return {}; }
  FinalAwaiter final_suspend() noexcept { return {}; }
};

template <class Promise, class T> class TaskPromiseCrtpBase : public TaskPromiseBase {
public:
  Task<T> get_return_object() noexcept;
  void unhandled_exception() noexcept { error_ = exception_wrapper{std::current_exception()}; }
  auto yield_value(co_error error) {
    error_ = std::move(error.exception());
    return final_suspend();
  }
  using BasePromise<void>::await_transform;

protected:
  Try<T> result_;
  exception_wrapper error_;
};

template <class T> class TaskPromise final : public TaskPromiseCrtpBase<TaskPromise<T>, T> {
public:
  template <class U = T> void return_value(U &&value);
};

template <> class TaskPromise<void> final : public TaskPromiseCrtpBase<TaskPromise<void>, void> {
public:
  void return_void() noexcept {}
};

namespace adl {
void co_withExecutor();
struct WithExecutorFunction {
  template <class Awaitable>
  auto operator()(Executor::KeepAlive<> executor, Awaitable &&awaitable) const
      -> decltype(co_withExecutor(std::move(executor), static_cast<Awaitable &&>(awaitable))) {
    return co_withExecutor(std::move(executor), static_cast<Awaitable &&>(awaitable));
  }
};
} // namespace adl

} // namespace detail

namespace folly_cpo__ {
inline constexpr detail::adl::WithExecutorFunction co_withExecutor{};
} // namespace folly_cpo__
using namespace folly_cpo__;

template <class T> class [[nodiscard]] TaskWithExecutor {
  using Handle = std::coroutine_handle<detail::TaskPromise<T>>;
  using Result = typename detail::LiftUnit<T>::type;

public:
  TaskWithExecutor(TaskWithExecutor &&other) noexcept : coro_(std::exchange(other.coro_, {})) {}
  ~TaskWithExecutor() {
    if (coro_)
      coro_.destroy();
  }
  Executor *executor() const noexcept;
  SemiFuture<Result> start() &&;
  template <class F> void start(F &&callback, CancellationToken token = {}) && {}

  class Awaiter {
  public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) noexcept;
    T await_resume();
  };
  Awaiter operator co_await() && noexcept;

  friend Via<T> co_viaIfAsync(Executor::KeepAlive<>, TaskWithExecutor &&) noexcept { return {}; }

private:
  Handle coro_;
};

template <class T> class [[nodiscard]] Task {
public:
  using promise_type = detail::TaskPromise<T>;

  Task(const Task &) = delete;
  Task(Task &&other) noexcept : coro_(std::exchange(other.coro_, {})) {}
  ~Task() {
    if (coro_)
      coro_.destroy();
  }
  Task &operator=(Task other) noexcept {
    std::swap(coro_, other.coro_);
    return *this;
  }

  friend TaskWithExecutor<T> co_withExecutor(Executor::KeepAlive<> executor, Task task) noexcept;
  TaskWithExecutor<T> scheduleOn(Executor::KeepAlive<> executor) && noexcept;
  SemiFuture<typename detail::LiftUnit<T>::type> semi() &&;

  friend Via<T> co_viaIfAsync(Executor::KeepAlive<>, Task &&) noexcept { return {}; }
  friend Task co_withCancellation(CancellationToken token, Task &&task) noexcept;

private:
  template <class, class> friend class detail::TaskPromiseCrtpBase;
  explicit Task(std::coroutine_handle<promise_type> coro) noexcept : coro_(coro) {}

  std::coroutine_handle<promise_type> coro_;
};

template <class Promise, class T>
Task<T> detail::TaskPromiseCrtpBase<Promise, T>::get_return_object() noexcept {
  return Task<T>{std::coroutine_handle<Promise>::from_promise(*static_cast<Promise *>(this))};
}

} // namespace folly::coro
