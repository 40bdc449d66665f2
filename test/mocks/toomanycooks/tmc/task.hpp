// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cassert>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <utility>

namespace tmc {

template <class Result> struct task;
class ex_any;

namespace detail {

template <class Promise> struct mt1_continuation_resumer {
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> ended) const noexcept;
  void await_resume() const noexcept {}
};

template <class Result> struct task_promise_base {
  std::suspend_always initial_suspend() const noexcept { return {}; }
  [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
  template <class Awaitable> decltype(auto) await_transform(Awaitable &&awaitable) noexcept {
    return static_cast<Awaitable &&>(awaitable);
  }
};
template <class Result> struct task_promise : task_promise_base<Result> {
  mt1_continuation_resumer<task_promise> final_suspend() const noexcept { return {}; }
  task<Result> get_return_object() noexcept { return {task<Result>::from_promise(*this)}; }
  template <class Value> void return_value(Value &&value) noexcept {}
};
template <> struct task_promise<void> : task_promise_base<void> {
  mt1_continuation_resumer<task_promise> final_suspend() const noexcept { return {}; }
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
};

/// What the wrappers of tasks have in common: settings, then co_await, fork() or detach().
template <class Derived> class run_on_mixin {
public:
  template <class Exec> [[nodiscard]] Derived &&run_on(Exec &&executor) &&;
};
template <class Derived> class resume_on_mixin {
public:
  template <class Exec> [[nodiscard]] Derived &&resume_on(Exec &&executor) &&;
};
template <class Derived> class with_priority_mixin {
public:
  [[nodiscard]] Derived &&with_priority(std::size_t priority) &&;
};

struct AwaitTagNoGroupAsIs {};
struct AwaitTagNoGroupCoAwait {};

template <class Base> class rvalue_only_awaitable : public Base, private AwaitTagNoGroupCoAwait {
  using Base::await_ready;
  using Base::await_resume;
  using Base::await_suspend;

public:
  using Base::Base;
  Base &&operator co_await() && noexcept { return static_cast<Base &&>(*this); }
};

} // namespace detail

template <class Awaitable, class Result> class aw_task {
public:
  explicit aw_task(Awaitable &&awaitable);
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> outer) noexcept;
  Result await_resume() noexcept;
};

template <class Result> struct [[nodiscard]] task {
  using result_type = Result;
  using promise_type = detail::task_promise<Result>;
  std::coroutine_handle<promise_type> handle;

  aw_task<task<Result>, Result> operator co_await() && noexcept {
    return aw_task<task<Result>, Result>(std::move(*this));
  }
  template <class Exec> [[nodiscard]] task &&resume_on(Exec &&executor) && noexcept;

  task() noexcept : handle(nullptr) {}
  task(task &&other) noexcept {
    handle = other.handle;
    other.handle = nullptr;
  }
  task &operator=(task &&other) noexcept {
    handle = other.handle;
    other.handle = nullptr;
    return *this;
  }
  task(const task &other) = delete;
  ~task() { assert(!handle && "You must submit or co_await this."); }

  static task from_promise(promise_type &promise) noexcept {
    task result;
    result.handle = std::coroutine_handle<promise_type>::from_promise(promise);
    return result;
  }
};

inline task<void> detail::task_promise<void>::get_return_object() noexcept {
  return {task<void>::from_promise(*this)};
}

} // namespace tmc
