// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

#include <cstddef>

namespace folly::coro {

class AsyncScope {
public:
  AsyncScope() noexcept;
  explicit AsyncScope(bool throwOnJoin) noexcept;
  ~AsyncScope();
  std::size_t remaining() const noexcept;
  template <class Awaitable> void add(Awaitable &&awaitable, void *returnAddress = nullptr);
  template <class Awaitable>
  void addWithSourceLoc(Awaitable &&awaitable, void *returnAddress = nullptr);
  Task<void> joinAsync() noexcept;
  SemiFuture<Unit> cleanup() noexcept;
};

class CancellableAsyncScope {
public:
  CancellableAsyncScope() noexcept;
  explicit CancellableAsyncScope(CancellationToken &&token);
  std::size_t remaining() const noexcept;
  template <class Awaitable> void add(Awaitable &&awaitable);
  template <class T> Task<void> co_schedule(Task<T> &&task);
  void requestCancellation() const noexcept;
  bool isScopeCancellationRequested() const noexcept;
  Task<void> cancelAndJoinAsync() noexcept;
  Task<void> joinAsync() noexcept;

private:
  AsyncScope scope_;
};

} // namespace folly::coro
