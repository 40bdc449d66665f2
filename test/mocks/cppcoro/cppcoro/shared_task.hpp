// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// cppcoro::shared_task in outline: lazy, may be copied and awaited by many.
#pragma once

#include <coroutine>
#include <exception>

namespace cppcoro {

template <class T = void> class shared_task;

namespace detail {

struct shared_task_promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { exception = std::current_exception(); }
  bool release() noexcept;

  std::exception_ptr exception;
};

template <class T> struct shared_task_promise;

template <> struct shared_task_promise<void> : shared_task_promise_base {
  shared_task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void result() {
    if (exception)
      std::rethrow_exception(exception);
  }
};

} // namespace detail

template <class T> class [[nodiscard]] shared_task {
public:
  using promise_type = detail::shared_task_promise<T>;

  explicit shared_task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  shared_task(const shared_task &other) noexcept;
  ~shared_task() {
    if (handle_ && handle_.promise().release())
      handle_.destroy();
  }

  bool is_ready() const noexcept;

  auto operator co_await() const noexcept {
    struct awaitable {
      bool await_ready() const noexcept;
      bool await_suspend(std::coroutine_handle<> awaiter) noexcept;
      decltype(auto) await_resume() { return handle.promise().result(); }

      std::coroutine_handle<promise_type> handle;
    };
    return awaitable{handle_};
  }

private:
  std::coroutine_handle<promise_type> handle_;
};

inline shared_task<void> detail::shared_task_promise<void>::get_return_object() noexcept {
  return shared_task<void>{std::coroutine_handle<shared_task_promise>::from_promise(*this)};
}

} // namespace cppcoro
