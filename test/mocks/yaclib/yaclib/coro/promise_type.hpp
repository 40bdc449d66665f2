// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <yaclib/lazy/task.hpp>

#include <coroutine>
#include <exception>

namespace yaclib::detail {

template <bool Lazy> struct InitialSuspend {
  bool await_ready() const noexcept { return !Lazy; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

template <class V, class E> struct Returns {
  template <class Value> void return_value(Value &&value) noexcept {}
};
template <class E> struct Returns<void, E> {
  void return_void() noexcept {}
};

template <class Object, class V, class E, bool Lazy> struct PromiseType : Returns<V, E> {
  Object get_return_object() noexcept;
  auto initial_suspend() noexcept { return InitialSuspend<Lazy>{}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { Store(std::current_exception()); }
  void Store(std::exception_ptr error) noexcept;
};

template <class V, class E> struct AwaitAwaiter {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<> handle) noexcept;
  V await_resume();
};

} // namespace yaclib::detail

namespace yaclib {
template <class V, class E> auto operator co_await(FutureBase<V, E> &&future) noexcept {
  return detail::AwaitAwaiter<V, E>{};
}
template <class V, class E> auto operator co_await(Task<V, E> &&task) noexcept {
  return detail::AwaitAwaiter<V, E>{};
}
} // namespace yaclib

template <class V, class E, class... Args>
struct std::coroutine_traits<yaclib::Future<V, E>, Args...> {
  using promise_type = yaclib::detail::PromiseType<yaclib::Future<V, E>, V, E, false>;
};
template <class V, class E, class... Args>
struct std::coroutine_traits<yaclib::Task<V, E>, Args...> {
  using promise_type = yaclib::detail::PromiseType<yaclib::Task<V, E>, V, E, true>;
};
