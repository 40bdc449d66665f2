// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <aio/exceptions.h>
#include <aio/slot.h>
#include <aio/stack.h>

#include <coroutine>
#include <source_location>
#include <type_traits>

namespace aio::detail {

class TaskCore;

/// The part of a Coroutine's promise that does not depend on its result.
class PromiseBase {
public:
  PromiseBase() noexcept;
  ~PromiseBase();
  PromiseBase(const PromiseBase &) = delete;
  PromiseBase &operator=(const PromiseBase &) = delete;

  struct InitialAwaiter {
    PromiseBase &promise;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() const noexcept { promise.started = true; }
  };
  InitialAwaiter initial_suspend() noexcept { return {*this}; }

  /// Resumes who awaits this coroutine. The outermost one tells its task, which matters when
  /// somebody other than the task resumed it.
  struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> self) const noexcept {
      return self.promise().finish();
    }
    void await_resume() const noexcept {}
  };
  FinalAwaiter final_suspend() const noexcept { return {}; }

  void unhandled_exception() noexcept { exception = std::current_exception(); }
  std::coroutine_handle<> finish() const noexcept;
  void report_never_awaited() const noexcept;

  bool started = false;
  std::source_location where;
  std::coroutine_handle<> continuation;
  /// The task that runs this coroutine; null before it is awaited or scheduled.
  TaskCore *task = nullptr;
  std::exception_ptr exception;
  /// Where it was called; in debug mode.
  Stack stack;
};

template <class T> class PromiseResult : public PromiseBase {
public:
  template <class U = T>
    requires std::is_convertible_v<U &&, T>
  void return_value(U &&result) {
    slot.set(std::forward<U>(result));
  }
  Slot<T> slot;
};

template <> class PromiseResult<void> : public PromiseBase {
public:
  void return_void() const noexcept {}
  Slot<void> slot;
};

/// Null for a promise that is not aio's.
template <class P> PromiseBase *promise_base(std::coroutine_handle<P> coroutine) noexcept {
  if constexpr (std::is_base_of_v<PromiseBase, P>)
    return &coroutine.promise();
  else
    return nullptr;
}

/// "fetch", "Client::fetch" or "main()::<lambda>", out of a source location's function name.
Text coroutine_name(const char *function_name);

} // namespace aio::detail
