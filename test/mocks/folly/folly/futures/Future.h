// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/futures/Promise.h>

#include <chrono>
#include <coroutine>

namespace folly {

using HighResDuration = std::chrono::microseconds;

template <class T> class Future;
template <class T> class SemiFuture;

namespace futures::detail {

template <class T> class FutureBase {
public:
  bool valid() const noexcept;
  bool isReady() const;
  bool hasValue() const;
  bool hasException() const;
  Try<T> *poll();
  Try<T> &result() &;
  void raise(exception_wrapper error);
  void cancel();

protected:
  FutureBase() = default;
  void *core_ = nullptr;
};

/// What a callback returns, without the future around it.
template <class R> struct Inner {
  using type = R;
};
template <> struct Inner<void> {
  using type = Unit;
};
template <class T> struct Inner<Future<T>> {
  using type = T;
};
template <class T> struct Inner<SemiFuture<T>> {
  using type = T;
};
template <class F, class... A>
using Result = typename Inner<decltype(std::declval<F>()(std::declval<A>()...))>::type;

} // namespace futures::detail

class DrivableExecutor;

template <class T> class SemiFuture : private futures::detail::FutureBase<T> {
  using Base = futures::detail::FutureBase<T>;

public:
  SemiFuture(T value);
  SemiFuture(const SemiFuture &) = delete;
  SemiFuture(SemiFuture &&) noexcept;
  SemiFuture(Future<T> &&) noexcept;
  SemiFuture &operator=(SemiFuture &&) noexcept;
  ~SemiFuture();

  using Base::cancel;
  using Base::hasException;
  using Base::hasValue;
  using Base::isReady;
  using Base::poll;
  using Base::raise;
  using Base::result;
  using Base::valid;

  T get() &&;
  T get(HighResDuration timeout) &&;
  Try<T> getTry() &&;
  Try<T> getTry(HighResDuration timeout) &&;
  SemiFuture<T> &wait() &;
  SemiFuture<T> &&wait() &&;
  bool wait(HighResDuration timeout) &&;
  Future<T> via(Executor::KeepAlive<> executor) &&;
  Future<T> toUnsafeFuture() &&;
  template <class F> SemiFuture<futures::detail::Result<F, T>> deferValue(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> SemiFuture<futures::detail::Result<F, Try<T>>> defer(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> SemiFuture<T> deferError(F &&function) && { __builtin_unreachable(); }
  friend Future<T> co_viaIfAsync(Executor::KeepAlive<> executor, SemiFuture &&future) noexcept {
    return std::move(future).via(std::move(executor));
  }
};

template <class T> class Future : private futures::detail::FutureBase<T> {
  using Base = futures::detail::FutureBase<T>;

public:
  Future(T value);
  Future(const Future &) = delete;
  Future(Future &&) noexcept;
  Future &operator=(Future &&) noexcept;
  ~Future();

  using Base::cancel;
  using Base::hasException;
  using Base::hasValue;
  using Base::isReady;
  using Base::poll;
  using Base::raise;
  using Base::result;
  using Base::valid;

  T get() &&;
  T get(HighResDuration timeout) &&;
  Try<T> getTry() &&;
  Try<T> getTry(HighResDuration timeout) &&;
  T getVia(DrivableExecutor *executor) &&;
  Try<T> getTryVia(DrivableExecutor *executor) &&;
  Future<T> &wait() &;
  Future<T> &&wait() &&;
  Future<T> &wait(HighResDuration timeout) &;
  Future<T> &waitVia(DrivableExecutor *executor) &;
  Future<T> via(Executor::KeepAlive<> executor) &&;
  SemiFuture<T> semi() &&;
  template <class F> Future<futures::detail::Result<F, T>> thenValue(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> Future<futures::detail::Result<F, T>> thenValueInline(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> Future<futures::detail::Result<F, Try<T>>> thenTry(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> Future<futures::detail::Result<F, Try<T>>> thenTryInline(F &&function) && {
    __builtin_unreachable();
  }
  template <class F> Future<T> thenError(F &&function) && { __builtin_unreachable(); }
  template <class F> Future<T> ensure(F &&function) && { __builtin_unreachable(); }
};

template <class T> SemiFuture<T> makeSemiFuture(T value);
template <class T> Future<T> makeFuture(T value);
Future<Unit> makeFuture();
template <class F>
Future<futures::detail::Result<F>> via(Executor::KeepAlive<> executor, F &&function) {
  __builtin_unreachable();
}

namespace detail {
template <class T> class FutureAwaiter {
public:
  explicit FutureAwaiter(Future<T> &&future) noexcept;
  bool await_ready() noexcept;
  T await_resume();
  bool await_suspend(std::coroutine_handle<> handle);
};
} // namespace detail

template <class T> detail::FutureAwaiter<T> operator co_await(Future<T> &&future) noexcept;

namespace futures {
SemiFuture<Unit> sleep(HighResDuration duration);
template <class T> void detachOn(Executor::KeepAlive<> executor, SemiFuture<T> &&future);
template <class T> void detachOnGlobalCPUExecutor(SemiFuture<T> &&future);
} // namespace futures

} // namespace folly
