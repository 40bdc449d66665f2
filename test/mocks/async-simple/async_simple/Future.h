// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <async_simple/Executor.h>
#include <async_simple/Try.h>

#include <type_traits>
#include <utility>

namespace async_simple {

template <typename T> class Promise;
template <typename T> class FutureState;

template <typename T> class Future {
public:
  using value_type = T;

  explicit Future(FutureState<T> *state);
  Future(const Future &) = delete;
  Future(Future &&other);
  Future &operator=(Future &&other);
  ~Future();

  auto coAwait(Executor *) && noexcept { return std::move(*this); }
  bool valid() const;
  bool hasResult() const;
  T get() &&;
  void wait();
  Future<T> via(Executor *executor) &&;
  template <typename F> Future<void> thenTry(F &&f) && { return Future<void>(nullptr); }
  template <typename F> Future<void> thenValue(F &&f) && { return Future<void>(nullptr); }
  template <typename F> Future<void> then(F &&f) && { return Future<void>(nullptr); }
  template <typename F> void setContinuation(F &&f) {}

private:
  FutureState<T> *state_;
};

namespace coro::detail {

template <typename T> struct FutureAwaiter {
  Future<T> future;
  bool await_ready() { return future.hasResult(); }
  template <typename PromiseType>
  bool await_suspend(std::coroutine_handle<PromiseType> continuation);
  T await_resume();
};

} // namespace coro::detail

template <typename T> auto operator co_await(Future<T> &&future) {
  return coro::detail::FutureAwaiter<T>{std::move(future)};
}

template <typename T> Future<T> makeReadyFuture(T &&value) { return Future<T>(nullptr); }
template <typename T> Future<T> makeReadyFuture(Try<T> &&value) { return Future<T>(nullptr); }
template <typename T> Future<T> makeReadyFuture(std::exception_ptr error) {
  return Future<T>(nullptr);
}

} // namespace async_simple
