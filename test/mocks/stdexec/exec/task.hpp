// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __task {

template <class T> struct default_task_context {};

struct __reschedule_coroutine_on_t {
  template <class Scheduler> struct __wrapper {
    Scheduler __sched_;
  };
  template <class Scheduler>
  auto operator()(Scheduler scheduler) const noexcept -> __wrapper<Scheduler> {
    return {scheduler};
  }
};

template <class T> struct __promise_base {
  template <class U> void return_value(U &&value) noexcept {}
};
template <> struct __promise_base<void> {
  void return_void() noexcept {}
};

template <class T, class Context = default_task_context<T>> class [[nodiscard]] basic_task {
  struct __promise;

public:
  using promise_type = __promise;

  basic_task(basic_task &&that) noexcept : __coro_(std::exchange(that.__coro_, {})) {}
  ~basic_task() {
    if (__coro_)
      __coro_.destroy();
  }

  struct __task_awaiter {
    std::coroutine_handle<__promise> __coro_;
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) noexcept {
      return __coro_;
    }
    T await_resume();
  };
  auto operator co_await() && noexcept -> __task_awaiter {
    return __task_awaiter{std::exchange(__coro_, {})};
  }
  using sender_concept = stdexec::sender_tag;

private:
  struct __promise : __promise_base<T>, stdexec::with_awaitable_senders<__promise> {
    auto get_return_object() noexcept -> basic_task {
      return basic_task(std::coroutine_handle<__promise>::from_promise(*this));
    }
    auto initial_suspend() noexcept -> std::suspend_always { return {}; }
    auto final_suspend() noexcept -> std::suspend_always { return {}; }
    void unhandled_exception() noexcept { __error_ = std::current_exception(); }

    template <class Scheduler> struct __reschedule_awaiter {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<> handle) noexcept;
      void await_resume();
    };
    template <class Scheduler>
    auto await_transform(__reschedule_coroutine_on_t::__wrapper<Scheduler> box) noexcept {
      return __reschedule_awaiter<Scheduler>{};
    }
    template <class Awaitable> auto await_transform(Awaitable &&awaitable) noexcept {
      return stdexec::with_awaitable_senders<__promise>::await_transform(
          static_cast<Awaitable &&>(awaitable));
    }
    std::exception_ptr __error_;
  };

  explicit basic_task(std::coroutine_handle<promise_type> coro) noexcept : __coro_(coro) {}
  std::coroutine_handle<promise_type> __coro_{};
};

} // namespace __task

template <class T, class Context = __task::default_task_context<T>>
using basic_task = __task::basic_task<T, Context>;
template <class T> using task = basic_task<T>;

inline constexpr __task::__reschedule_coroutine_on_t reschedule_coroutine_on{};

} // namespace experimental::execution

namespace exec = experimental::execution;
