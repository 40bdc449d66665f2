// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/CancellationToken.h>
#include <folly/Executor.h>

#include <coroutine>

namespace folly::coro {

/// What the promises of Task and its kin really wait for: the friends co_viaIfAsync make it of
/// whatever is awaited, with the executor to come back on.
template <class T> struct Via {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  T await_resume();
};

namespace detail {

/// Things that can be awaited but bring a method instead of a friend.
template <class Awaitable>
  requires requires(const Awaitable &awaitable, Executor::KeepAlive<> executor) {
    awaitable.viaIfAsync(executor);
  }
auto co_viaIfAsync(Executor::KeepAlive<> executor, Awaitable &&awaitable) {
  return awaitable.viaIfAsync(executor);
}

/// And those that any coroutine can await.
template <class Awaitable>
  requires requires(Awaitable &&awaitable) {
    static_cast<Awaitable &&>(awaitable).operator co_await();
  }
auto co_viaIfAsync(Executor::KeepAlive<>, Awaitable &&awaitable) {
  return static_cast<Awaitable &&>(awaitable).operator co_await();
}
template <class Awaitable>
  requires requires(Awaitable &&awaitable) {
    operator co_await(static_cast<Awaitable &&>(awaitable));
  }
auto co_viaIfAsync(Executor::KeepAlive<>, Awaitable &&awaitable) {
  return operator co_await(static_cast<Awaitable &&>(awaitable));
}

} // namespace detail

} // namespace folly::coro
