// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Executor.h>
#include <async_simple/Try.h>

#include <coroutine>
#include <exception>
#include <type_traits>
#include <utility>

namespace async_simple::coro {

template <typename T> class Lazy;
template <typename T> class RescheduleLazy;

namespace detail {

template <typename Awaitable> decltype(auto) coAwait(Executor *executor, Awaitable &&awaitable) {
  if constexpr (requires { std::forward<Awaitable>(awaitable).coAwait(executor); })
    return std::forward<Awaitable>(awaitable).coAwait(executor);
  else
    return std::forward<Awaitable>(awaitable);
}

class LazyPromiseBase {
public:
  struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template <typename PromiseType>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<PromiseType> handle) noexcept {
      return handle.promise().continuation;
    }
    void await_resume() noexcept {}
  };

  std::suspend_always initial_suspend() noexcept { return {}; }
  FinalAwaiter final_suspend() noexcept { return {}; }
  template <typename Awaitable> decltype(auto) await_transform(Awaitable &&awaitable) {
    return detail::coAwait(executor, std::forward<Awaitable>(awaitable));
  }
  void unhandled_exception() noexcept { exception = std::current_exception(); }

  std::coroutine_handle<> continuation;
  Executor *executor;
  std::exception_ptr exception;
};

template <typename T> class LazyPromise : public LazyPromiseBase {
public:
  Lazy<T> get_return_object() noexcept;
  template <typename V> void return_value(V &&value);
  T result();
};
template <> class LazyPromise<void> : public LazyPromiseBase {
public:
  Lazy<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void result();
};

template <typename T, bool reschedule> class LazyBase {
public:
  using promise_type = detail::LazyPromise<T>;
  using Handle = std::coroutine_handle<promise_type>;
  using ValueType = T;

  struct ValueAwaiter {
    Handle handle;
    bool await_ready() const noexcept { return false; }
    template <typename PromiseType>
    Handle await_suspend(std::coroutine_handle<PromiseType> continuation) noexcept {
      handle.promise().continuation = continuation;
      return handle;
    }
    T await_resume() { return handle.promise().result(); }
  };

  explicit LazyBase(Handle handle) noexcept : handle_(handle) {}
  LazyBase(LazyBase &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  LazyBase(const LazyBase &) = delete;
  LazyBase &operator=(const LazyBase &) = delete;
  ~LazyBase() {
    if (handle_) {
      handle_.destroy();
      handle_ = nullptr;
    }
  }

  Executor *getExecutor();
  template <typename F> void start(F &&callback) {}
  bool isReady() const;
  auto operator co_await() { return ValueAwaiter{std::exchange(handle_, nullptr)}; }
  auto coAwaitTry() { return ValueAwaiter{std::exchange(handle_, nullptr)}; }

protected:
  Handle handle_;
};

} // namespace detail

template <typename T = void>
class [[nodiscard]] Lazy : public detail::LazyBase<T, /*reschedule=*/false> {
  using Base = detail::LazyBase<T, false>;

public:
  using Base::Base;
  using Base::start;
  RescheduleLazy<T> via(Executor *executor) && {
    return RescheduleLazy<T>(std::exchange(this->handle_, nullptr));
  }
  template <typename F> void directlyStart(F &&callback, Executor *executor) {}
  auto coAwait(Executor *executor) {
    return typename Base::ValueAwaiter{std::exchange(this->handle_, nullptr)};
  }
};

template <typename T = void>
class [[nodiscard]] RescheduleLazy : public detail::LazyBase<T, /*reschedule=*/true> {
  using Base = detail::LazyBase<T, true>;

public:
  void detach();

private:
  friend class Lazy<T>;
  using Base::Base;
};

template <typename T> Lazy<T> detail::LazyPromise<T>::get_return_object() noexcept {
  return Lazy<T>(Lazy<T>::Handle::from_promise(*this));
}
inline Lazy<void> detail::LazyPromise<void>::get_return_object() noexcept {
  return Lazy<void>(Lazy<void>::Handle::from_promise(*this));
}

} // namespace async_simple::coro
