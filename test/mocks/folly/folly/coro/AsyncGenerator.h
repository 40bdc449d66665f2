// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <folly/coro/Task.h>

namespace folly::coro {

template <class Reference, class Value, bool RequiresCleanup> class AsyncGeneratorPromise;

template <class Reference, class Value = Reference, bool RequiresCleanup = false>
class [[nodiscard]] AsyncGenerator {
public:
  using promise_type = AsyncGeneratorPromise<Reference, Value, RequiresCleanup>;

  AsyncGenerator(AsyncGenerator &&other) noexcept : coro_(std::exchange(other.coro_, {})) {}
  ~AsyncGenerator() {
    if (coro_)
      coro_.destroy();
  }

  class NextResult {
  public:
    explicit operator bool() const noexcept;
    Reference operator*() const noexcept;
  };
  class NextSemiAwaitable {
  public:
    friend Via<NextResult> co_viaIfAsync(Executor::KeepAlive<>, NextSemiAwaitable) { return {}; }
  };
  class [[nodiscard]] CleanupSemiAwaitable {
  public:
    friend Via<void> co_viaIfAsync(Executor::KeepAlive<>, CleanupSemiAwaitable) { return {}; }
  };
  NextSemiAwaitable next() noexcept;
  CleanupSemiAwaitable cleanup() &&;

private:
  friend class AsyncGeneratorPromise<Reference, Value, RequiresCleanup>;
  explicit AsyncGenerator(std::coroutine_handle<promise_type> coro) noexcept : coro_(coro) {}
  std::coroutine_handle<promise_type> coro_;
};

template <class Reference, class Value = Reference>
using CleanableAsyncGenerator = AsyncGenerator<Reference, Value, true>;

template <class Reference, class Value, bool RequiresCleanup>
class AsyncGeneratorPromise final : public detail::BasePromise<void> {
public:
  class YieldAwaiter {
  public:
    bool await_ready() noexcept { return false; }
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<AsyncGeneratorPromise> handle) noexcept;
    void await_resume() noexcept {}
  };
  AsyncGenerator<Reference, Value, RequiresCleanup> get_return_object() noexcept {
    return AsyncGenerator<Reference, Value, RequiresCleanup>{
        std::coroutine_handle<AsyncGeneratorPromise>::from_promise(*this)};
  }
  std::suspend_always initial_suspend() noexcept { return {}; }
  YieldAwaiter final_suspend() noexcept { return {}; }
  YieldAwaiter yield_value(Reference &&value) noexcept { return {}; }
  void unhandled_exception() noexcept { error_ = exception_wrapper{std::current_exception()}; }
  void return_void() noexcept {}

private:
  exception_wrapper error_;
};

} // namespace folly::coro
