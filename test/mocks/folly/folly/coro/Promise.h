// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

#include <utility>

namespace folly::coro {

template <class T> class Promise {
public:
  Promise() = default;
  Promise(Promise &&) noexcept;
  Promise &operator=(Promise &&) noexcept;
  Promise(const Promise &) = delete;
  ~Promise();
  bool valid() const noexcept;
  bool isFulfilled() const noexcept;
  template <class... Args> void setValue(Args &&...args);
  template <class... Args> void setException(Args &&...args);
  void setResult(Try<T> &&result);
  template <class... Args> bool trySetValue(Args &&...args);
  template <class... Args> bool trySetException(Args &&...args);
  bool trySetResult(Try<T> &&result);
  template <class F> bool trySetWith(F &&function) { __builtin_unreachable(); }
  const CancellationToken &getCancellationToken() const;
};

template <class T> class Future {
public:
  Future() = default;
  Future(Future &&) noexcept;
  Future &operator=(Future &&) noexcept;
  Future(const Future &) = delete;

  class WaitOperation {
  public:
    bool await_ready() const noexcept;
    bool await_suspend(std::coroutine_handle<> handle) noexcept;
    T await_resume();
  };
  [[nodiscard]] WaitOperation operator co_await() && noexcept;
  bool valid() const noexcept;
  bool isReady() const noexcept;
};

template <class T> std::pair<Promise<T>, Future<T>> makePromiseContract();

} // namespace folly::coro
